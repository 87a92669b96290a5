package svoi.web;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What Jetty answers before any handler: malformed request lines, addresses and headers.
final class ServerErrors extends ErrorHandler {
  private final Headers headers;

  ServerErrors(Headers headers) {
    this.headers = headers;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    PlainPage.write(headers, request, response, code, callback);
  }
}

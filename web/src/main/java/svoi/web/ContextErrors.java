package svoi.web;

import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// What the servlet layer answers when even its own error page can't be asked.
final class ContextErrors extends ErrorPageErrorHandler {
  private final Headers headers;

  ContextErrors(Headers headers) {
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

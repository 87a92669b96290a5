package svoi.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The one page in three languages for a request that the server couldn't even read, and for the
/// day when nothing else can be shown.
final class PlainPage {
  private static final byte[] BYTES = load();

  private PlainPage() {}

  static byte[] bytes() {
    return BYTES.clone();
  }

  /// Answers below the servlet layer, with the same headers as everywhere.
  static void write(
      Headers headers, Request request, Response response, int status, Callback callback) {
    Problem problem = Problem.of(Problems.ofServer(status));
    boolean api = isApi(request);
    byte[] body = api ? new ProblemBody(problem.code(), null, null).json() : BYTES;
    HttpFields.Mutable fields = response.getHeaders();
    headers.at(path(request)).forEach(header -> fields.put(header.name(), header.value()));
    fields.put(HttpHeader.CACHE_CONTROL, new Freshness.Never().cacheControl());
    fields.put("X-Robots-Tag", "noindex");
    fields.put(HttpHeader.CONTENT_TYPE, api ? ProblemBody.MEDIA_TYPE : Responses.HTML);
    fields.put(HttpHeader.CONTENT_LENGTH, body.length);
    response.setStatus(problem.status());
    response.write(true, ByteBuffer.wrap(body).asReadOnlyBuffer(), callback);
  }

  private static boolean isApi(Request request) {
    return path(request).startsWith("/api/");
  }

  private static String path(Request request) {
    String path = request.getHttpURI().getPath();
    return path == null ? "" : path;
  }

  private static byte[] load() {
    try (InputStream page = PlainPage.class.getResourceAsStream("/static-errors/plain.html")) {
      if (page == null) {
        throw new IllegalStateException("static-errors/plain.html is missing");
      }
      return page.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

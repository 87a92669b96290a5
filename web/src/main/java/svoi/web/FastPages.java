package svoi.web;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Answers GET and HEAD for ready pages before the servlet layer; everything else goes on as usual.
///
/// It compares the raw path, decodes nothing, reads no cookie and repeats nothing of the request.
/// It goes round all filters, so it carries their headers itself.
public final class FastPages extends Handler.Wrapper {
  private static final HttpField VARY =
      new PreEncodedHttpField(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
  private static final HttpField NO_INDEX = new PreEncodedHttpField("X-Robots-Tag", "noindex");
  private static final HttpField GZIP =
      new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, Encoding.GZIP.token);
  private static final HttpField BROTLI =
      new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, Encoding.BROTLI.token);

  private static final List<HttpField> OPEN =
      Headers.OPEN.stream()
          .<HttpField>map(header -> new PreEncodedHttpField(header.name(), header.value()))
          .toList();

  private final ReadyPages pages;
  private final List<HttpField> always;
  private final LongAdder hits = new LongAdder();
  private final LongAdder unchanged = new LongAdder();
  private final LongAdder misses = new LongAdder();

  public FastPages(ReadyPages pages, Headers headers) {
    this.pages = pages;
    this.always =
        headers.all().stream()
            .<HttpField>map(header -> new PreEncodedHttpField(header.name(), header.value()))
            .toList();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    ReadyPage page = page(request);
    if (page == null) {
      misses.increment();
      return super.handle(request, response, callback);
    }
    HttpFields asked = request.getHeaders();
    ReadyBytes form = page.in(Encoding.choose(accepted(asked)));
    HttpFields.Mutable fields = response.getHeaders();
    always.forEach(fields::add);
    describe(fields, page, form);
    if (named(asked, form.tag())) {
      unchanged.increment();
      response.setStatus(HttpStatus.NOT_MODIFIED_304);
      fields.add(form.lengthField());
      callback.succeeded();
    } else {
      hits.increment();
      send(request, response, page, form, callback);
    }
    return true;
  }

  /// Pages answered whole.
  public long hits() {
    return hits.sum();
  }

  /// Visits that had the page already (304).
  public long unchanged() {
    return unchanged.sum();
  }

  /// Requests that went on to the servlet layer.
  public long misses() {
    return misses.sum();
  }

  private @Nullable ReadyPage page(Request request) {
    String method = request.getMethod();
    if (!HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) {
      return null;
    }
    HttpURI uri = request.getHttpURI();
    String path = uri.getPath();
    boolean bare = uri.getQuery() == null && uri.getParam() == null && uri.getFragment() == null;
    return bare && path != null ? pages.at(path) : null;
  }

  private static void describe(HttpFields.Mutable fields, ReadyPage page, ReadyBytes form) {
    fields.put(page.cacheControl());
    fields.add(VARY);
    fields.add(form.tagField());
    if (!page.index()) {
      fields.add(NO_INDEX);
    }
    if (page.open()) {
      OPEN.forEach(fields::put);
    }
  }

  private static void send(
      Request request, Response response, ReadyPage page, ReadyBytes form, Callback callback) {
    HttpFields.Mutable fields = response.getHeaders();
    fields.put(page.contentType());
    fields.add(form.lengthField());
    switch (form.encoding()) {
      case GZIP -> fields.add(GZIP);
      case BROTLI -> fields.add(BROTLI);
      case IDENTITY -> {}
    }
    boolean head = HttpMethod.HEAD.is(request.getMethod());
    response.write(true, head ? BufferUtil.EMPTY_BUFFER : form.buffer(), callback);
  }

  private static String accepted(HttpFields asked) {
    String header = asked.get(HttpHeader.ACCEPT_ENCODING);
    return header == null ? "" : header;
  }

  private static boolean named(HttpFields asked, String tag) {
    for (HttpField field : asked) {
      if (field.getHeader() == HttpHeader.IF_NONE_MATCH
          && EntityTags.named(String.valueOf(field.getValue()), tag)) {
        return true;
      }
    }
    return false;
  }
}

package svoi.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/// The finished bytes of one page with the headers that belong to them.
///
/// A compressed form is made when it is asked for first, then kept: a page that only a crawler
/// without compression reads costs nothing.
final class ReadyPage {
  /// What a kept page costs beside its bytes: objects, tags, the key.
  private static final int OVERHEAD = 1_024;

  /// A page that is kept is compressed once and sent often.
  private static final int KEPT_LEVEL = 9;

  /// A page for one address with a query is compressed for one reader, who waits for it: 3 takes
  /// three fifths of the time of 5 and leaves a fifteenth more bytes.
  private static final int ONCE_LEVEL = 3;

  private final HttpField contentType;
  private final HttpField cacheControl;
  private final boolean index;
  private final boolean open;
  private final int gzipLevel;
  private final ReadyBytes identity;
  private volatile @Nullable ReadyBytes gzip;
  private volatile @Nullable ReadyBytes brotli;

  private ReadyPage(
      String contentType, String cacheControl, boolean index, int gzipLevel, byte[] plain) {
    this(
        new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, contentType),
        new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, cacheControl),
        index,
        false,
        gzipLevel,
        new ReadyBytes(Encoding.IDENTITY, plain, EntityTags.of(plain)));
  }

  private ReadyPage(
      HttpField contentType,
      HttpField cacheControl,
      boolean index,
      boolean open,
      int gzipLevel,
      ReadyBytes identity) {
    this.contentType = contentType;
    this.cacheControl = cacheControl;
    this.index = index;
    this.open = open;
    this.gzipLevel = gzipLevel;
    this.identity = identity;
  }

  /// A page that will be kept; search engines may show it only if `index`.
  static ReadyPage kept(String contentType, byte[] plain, Freshness freshness, boolean index) {
    return new ReadyPage(contentType, freshness.cacheControl(), index, KEPT_LEVEL, plain);
  }

  /// A page for this one answer.
  static ReadyPage once(String contentType, byte[] plain, Freshness freshness, boolean index) {
    return new ReadyPage(contentType, freshness.cacheControl(), index, ONCE_LEVEL, plain);
  }

  /// The same for pages of other sites too.
  ReadyPage opened() {
    return new ReadyPage(contentType, cacheControl, index, true, gzipLevel, identity);
  }

  /// Whether pages of other sites may show or read it.
  boolean open() {
    return open;
  }

  HttpField contentType() {
    return contentType;
  }

  HttpField cacheControl() {
    return cacheControl;
  }

  boolean index() {
    return index;
  }

  /// What the page may weigh in memory with all its forms: text of ours compresses to a quarter or
  /// less.
  int weight() {
    return OVERHEAD + identity.length() * 3 / 2;
  }

  ReadyBytes in(Encoding encoding) {
    return switch (encoding) {
      case IDENTITY -> identity;
      case GZIP -> {
        ReadyBytes made = gzip;
        if (made == null) {
          gzip = made = form(Encoding.GZIP, gzip(identity.bytes(), gzipLevel));
        }
        yield made;
      }
      case BROTLI -> {
        ReadyBytes made = brotli;
        if (made == null) {
          brotli = made = form(Encoding.BROTLI, Brotli.compress(identity.bytes()));
        }
        yield made;
      }
    };
  }

  private ReadyBytes form(Encoding encoding, byte[] bytes) {
    return new ReadyBytes(encoding, bytes, identity.digest());
  }

  private static byte[] gzip(byte[] plain, int level) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3 + 64);
    try (LevelledGzip gzip = new LevelledGzip(out, level)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class LevelledGzip extends GZIPOutputStream {
    LevelledGzip(ByteArrayOutputStream out, int level) throws IOException {
      super(out, 8_192);
      def.setLevel(level);
    }
  }
}

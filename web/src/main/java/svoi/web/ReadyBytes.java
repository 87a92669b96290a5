package svoi.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/// One form of a page: its bytes, its tag and its length as ready header fields.
final class ReadyBytes {
  private final Encoding encoding;
  private final byte[] bytes;
  private final String digest;
  private final String tag;
  private final HttpField tagField;
  private final HttpField lengthField;

  ReadyBytes(Encoding encoding, byte[] bytes, String digest) {
    this.encoding = encoding;
    this.bytes = bytes;
    this.digest = digest;
    this.tag = '"' + digest + encoding.tagSuffix + '"';
    this.tagField = new PreEncodedHttpField(HttpHeader.ETAG, tag);
    this.lengthField = new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, bytes.length);
  }

  Encoding encoding() {
    return encoding;
  }

  /// The bytes themselves, not a copy: nobody changes them.
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return bytes.length;
  }

  String digest() {
    return digest;
  }

  /// The strong entity tag with its quotes.
  String tag() {
    return tag;
  }

  HttpField tagField() {
    return tagField;
  }

  HttpField lengthField() {
    return lengthField;
  }

  ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }
}

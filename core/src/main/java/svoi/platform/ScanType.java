package svoi.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Kinds of file that a scan of a signed paper may be, told by content and never by name.
public enum ScanType {
  PDF("application/pdf", "pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
  JPEG("image/jpeg", "jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}),
  PNG("image/png", "png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});

  private final String mediaType;
  private final String ending;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out
  private final byte[] head;

  ScanType(String mediaType, String ending, byte[] head) {
    this.mediaType = mediaType;
    this.ending = ending;
    this.head = head;
  }

  public String mediaType() {
    return mediaType;
  }

  /// Of a file's name, without the dot.
  public String ending() {
    return ending;
  }

  /// @param start the first 8 bytes of the file
  public static Optional<ScanType> of(byte[] start) {
    return Arrays.stream(values())
        .filter(
            type ->
                start.length >= type.head.length
                    && Arrays.equals(start, 0, type.head.length, type.head, 0, type.head.length))
        .findFirst();
  }
}

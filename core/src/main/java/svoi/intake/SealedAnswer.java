package svoi.intake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import svoi.platform.Sha256;

/// An answer that was sealed on a machine without a network and is brought to the desk: whoever
/// carries it can't read it, nor can the desk.
///
/// The file: a title, the case, the other thread of its pair (both get new days), the number of the
/// message, the sealed body in Base64, and a SHA-256 of all that against slips on the way. That it
/// is the desk's own the source sees: only the case's key could have sealed it.
///
/// @param seq the next number of the thread when it was written
public record SealedAnswer(UUID caseId, UUID twin, int seq, byte[] body) {
  private static final String TITLE = "svoi sealed answer v1";

  /// Longer than any answer can be, in bytes of the file.
  public static final int LONGEST = 256 * 1024;

  public String text() {
    String said = said();
    return said + hash(said) + "\n";
  }

  private String said() {
    return String.join(
            "\n",
            TITLE,
            caseId.toString(),
            twin.toString(),
            Integer.toString(seq),
            Base64.getEncoder().encodeToString(body))
        + "\n";
  }

  /// Reads what [#text] wrote; empty if it is anything else, or not as long as an answer can be.
  public static Optional<SealedAnswer> parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 7 || !lines[0].equals(TITLE)) {
      return Optional.empty();
    }
    try {
      SealedAnswer answer =
          new SealedAnswer(
              UUID.fromString(lines[1]),
              UUID.fromString(lines[2]),
              Integer.parseInt(lines[3]),
              Base64.getDecoder().decode(lines[4]));
      return Optional.of(answer).filter(a -> a.text().equals(text) && a.isOfARightSize());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Padded as every message is.
  private boolean isOfARightSize() {
    int padded = CaseKey.paddedSize(body);
    return padded >= Padding.LEAST
        && padded == Padding.bucket(padded)
        && padded <= Padding.bucket(Threads.LONGEST_TEXT + 4L);
  }

  private static String hash(String said) {
    return HexFormat.of().formatHex(Sha256.of(said.getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedAnswer answer && text().equals(answer.text());
  }

  @Override
  public int hashCode() {
    return caseId.hashCode() + seq;
  }

  @Override
  public String toString() {
    return "sealed answer";
  }
}

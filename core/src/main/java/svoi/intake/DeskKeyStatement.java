package svoi.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// What the offline root signs: this public key is that of this desk's epoch, until this day.
///
/// @param agency code of the agency
/// @param desk code of the desk
/// @param publicKey X-Wing, 1,216 bytes
public record DeskKeyStatement(
    UUID epoch, String agency, String desk, int number, LocalDate validUntil, byte[] publicKey) {
  private static final String TITLE = "svoi intake desk key v1";

  /// The text that is carried to the root and signed there, byte for byte.
  public String text() {
    return String.join(
            "\n",
            TITLE,
            epoch.toString(),
            agency,
            desk,
            Integer.toString(number),
            validUntil.toString(),
            Base64.getEncoder().encodeToString(publicKey))
        + "\n";
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /// Reads what [#text] wrote; empty if it is anything else.
  public static Optional<DeskKeyStatement> parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 8 || !lines[0].equals(TITLE) || !lines[7].isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new DeskKeyStatement(
              UUID.fromString(lines[1]),
              lines[2],
              lines[3],
              Integer.parseInt(lines[4]),
              LocalDate.parse(lines[5]),
              Base64.getDecoder().decode(lines[6])));
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeskKeyStatement s && text().equals(s.text());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(publicKey);
  }
}

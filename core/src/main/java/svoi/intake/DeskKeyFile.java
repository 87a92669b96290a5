package svoi.intake;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The key of an offline desk as it lies on the machine without a network: the private half, and
/// the statement that the root signs.
///
/// The file: a title, the seed in Base64, then the statement's text. It never leaves that machine
/// but in shares on paper.
public final class DeskKeyFile {
  private static final String TITLE = "svoi intake desk key, private half v1";

  private final DeskKeyStatement statement;
  private final KeyPair pair;

  private DeskKeyFile(DeskKeyStatement statement, KeyPair pair) {
    this.statement = statement;
    this.pair = pair;
  }

  /// A fresh key of a desk.
  ///
  /// @param agency code of the agency
  /// @param number of the epoch: 1 for a new desk
  public static DeskKeyFile generate(String agency, String desk, int number, LocalDate validUntil) {
    KeyPair pair = KeyPair.generate();
    return new DeskKeyFile(
        new DeskKeyStatement(Bytes.randomId(), agency, desk, number, validUntil, pair.publicKey()),
        pair);
  }

  /// Brings the key back from paper.
  ///
  /// @param shares one on each line
  /// @throws IntakeRefused if they are too few, mistyped, or of another key
  public static DeskKeyFile join(DeskKeyStatement statement, List<String> shares) {
    return new DeskKeyFile(statement, PaperShares.join(statement.publicKey(), shares));
  }

  /// Reads what [#text] wrote; empty if it is anything else, or its halves don't belong together.
  public static Optional<DeskKeyFile> parse(String text) {
    String[] parts = text.split("\n", 3);
    if (parts.length != 3 || !parts[0].equals(TITLE)) {
      return Optional.empty();
    }
    return DeskKeyStatement.parse(parts[2]).flatMap(said -> fitting(said, parts[1]));
  }

  private static Optional<DeskKeyFile> fitting(DeskKeyStatement statement, String seed) {
    try {
      KeyPair pair = new KeyPair(statement.publicKey(), Base64.getDecoder().decode(seed));
      return Optional.of(new DeskKeyFile(statement, pair)).filter(file -> pair.fits());
    } catch (IllegalArgumentException | Damaged e) {
      return Optional.empty();
    }
  }

  /// Secret.
  public String text() {
    return TITLE
        + "\n"
        + Base64.getEncoder().encodeToString(pair.privateKey())
        + "\n"
        + statement.text();
  }

  /// What is carried to the root, and then to the desk.
  public DeskKeyStatement statement() {
    return statement;
  }

  /// The private half on paper; secret.
  ///
  /// @throws IllegalArgumentException if fewer than two are needed, or there are too few or over
  // 255
  public List<String> shares(DeskKeys.Sharing sharing) {
    return PaperShares.split(pair, sharing.needed(), sharing.all());
  }

  KeyPair pair() {
    return pair;
  }

  @Override
  public String toString() {
    return "key of the desk " + statement.desk();
  }
}

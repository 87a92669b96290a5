package svoi.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Eight letters and digits that stand for a slot or a person where no name may: on sheets at the
/// line, in refusals. Only who may look it up at the desk can tell whom it means.
///
/// The first 40 bits of the random id in Crockford's alphabet, which has no I, L, O and U.
public final class ShortCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LETTERS = 8;

  private ShortCode() {}

  /// The code as it is printed, for example `4F7K-9Q2M`.
  public static String of(UUID id) {
    long bits = id.getMostSignificantBits() >>> 24;
    StringBuilder code = new StringBuilder();
    for (int i = LETTERS - 1; i >= 0; i--) {
      code.append(ALPHABET.charAt((int) (bits >>> (5 * i)) & 31));
      if (i == LETTERS / 2) {
        code.append('-');
      }
    }
    return code.toString();
  }

  /// A code as somebody typed it, in the printed form; O, I and L are read as 0 and 1.
  public static Optional<String> read(String typed) {
    String letters =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    boolean whole =
        letters.length() == LETTERS && letters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return whole
        ? Optional.of(letters.substring(0, LETTERS / 2) + "-" + letters.substring(LETTERS / 2))
        : Optional.empty();
  }
}

package svoi.names.internal;

/// A word as it sounds, in an alphabet that Ukrainian, Russian and Latin spellings share.
///
/// Vowels a e i o u; consonants b v g x d Z z k l m n p r s t f c C S W, where g stands for г
/// and ґ, x for х, Z ж, c ц, C ч, S ш, W щ. Letters that neighbours swallow are joined while
/// they are added: doubled ones, і before е, іо (which is ё), тс (ц), тч (ч) and шч (щ).
final class Sound {
  /// All letters of the alphabet, in the order of their codes.
  static final String ALPHABET = "CSWZabcdefgiklmnoprstuvxz";

  private static final byte[] CODES = new byte[128];

  static {
    for (int i = 0; i < ALPHABET.length(); i++) {
      CODES[ALPHABET.charAt(i)] = (byte) (i + 1);
    }
  }

  private final StringBuilder text = new StringBuilder();

  /// The place of a letter in the alphabet, from 1.
  static int code(char letter) {
    return CODES[letter];
  }

  static boolean isVowel(char letter) {
    return switch (letter) {
      case 'a', 'e', 'i', 'o', 'u' -> true;
      default -> false;
    };
  }

  Sound add(String letters) {
    for (int i = 0; i < letters.length(); i++) {
      add(letters.charAt(i));
    }
    return this;
  }

  private void add(char letter) {
    char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    char joined = joined(last, letter);
    if (joined != ' ') {
      text.setLength(text.length() - 1);
      add(joined);
    } else if (letter != last) {
      text.append(letter);
    }
  }

  /// One letter for two, or a space when they stand apart.
  private static char joined(char last, char letter) {
    return switch (last) {
      case 'i' -> letter == 'e' || letter == 'o' ? 'e' : ' ';
      case 't' -> letter == 's' || letter == 'c' ? 'c' : letter == 'C' ? 'C' : ' ';
      case 'S' -> letter == 'C' ? 'W' : ' ';
      default -> ' ';
    };
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

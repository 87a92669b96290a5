package svoi.names;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Brings spellings of a name to a form in which they can be compared letter by letter.
public final class Fold {
  private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`ʹ]");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

  private Fold() {}

  /// The words of `text` in lower case, without apostrophes, ё as е and ґ as г, in their order.
  public static List<String> words(String text) {
    String plain =
        APOSTROPHES
            .matcher(text.toLowerCase(Locale.ROOT))
            .replaceAll("")
            .replace('ё', 'е')
            .replace('ґ', 'г');
    return Arrays.stream(NOT_LETTERS.split(plain)).filter(w -> !w.isEmpty()).toList();
  }
}

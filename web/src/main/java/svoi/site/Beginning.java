package svoi.site;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import svoi.platform.Language;
import svoi.register.Names;

/// Tells the names that begin letter for letter as the query does from those that are only like it.
final class Beginning {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s-]+");

  private final List<String> words;

  Beginning(String query) {
    this.words = words(query);
  }

  /// Whether in one spelling of the name every word of the query begins some word.
  boolean fits(Names names) {
    return Stream.of(Language.values()).map(names::full).map(Beginning::words).anyMatch(this::fits);
  }

  private boolean fits(List<String> name) {
    return words.stream().allMatch(word -> name.stream().anyMatch(part -> part.startsWith(word)));
  }

  private static List<String> words(String text) {
    return BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT).replace('ё', 'е'))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}

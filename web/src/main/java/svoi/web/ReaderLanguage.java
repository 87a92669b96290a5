package svoi.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import svoi.platform.Language;

/// The language to speak to a visitor: the address's, else the browser's, else Ukrainian.
public final class ReaderLanguage {
  private ReaderLanguage() {}

  /// @param path the raw path; `/uk/…` decides, whatever else is wrong with it
  /// @param accepted the `Accept-Language` header, if there was one
  public static Language of(String path, @Nullable String accepted) {
    return inPath(path).or(() -> accepted(accepted)).orElse(Language.UK);
  }

  private static Optional<Language> inPath(String path) {
    return path.length() < 3 || (path.length() > 3 && path.charAt(3) != '/')
        ? Optional.empty()
        : Language.of(path.substring(1, 3));
  }

  private static Optional<Language> accepted(@Nullable String header) {
    return ranges(header).stream()
        .filter(range -> range.getWeight() > 0)
        .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight).reversed())
        .map(range -> range.getRange().split("-", 2)[0])
        .map(Language::of)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// What cannot be read is no wish.
  private static List<Locale.LanguageRange> ranges(@Nullable String header) {
    try {
      return header == null || header.isBlank() ? List.of() : Locale.LanguageRange.parse(header);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}

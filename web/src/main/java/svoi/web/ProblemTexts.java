package svoi.web;

import java.util.Optional;
import svoi.platform.Language;

/// The words for a problem in a language.
public interface ProblemTexts {
  /// The whole page for a reader.
  ///
  /// @param status one that has words of its own, see [Problem#wordsOf]
  /// @param incident what the reader may quote to us, for our own faults only
  byte[] page(Language language, int status, Optional<String> incident);

  /// The problem in a few words.
  String title(Language language, int status);
}

package svoi.bench.peers;

import com.ibm.icu.text.Transliterator;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import svoi.names.PersonName;

/// What an engine for texts is given of a person: the names in both languages, in one text.
final class Words {
  /// To small ASCII letters; then soft signs, apostrophes and stray signs leave the words, and only
  /// what stands between words stays. Every engine finds more with this than without.
  static final String RULES = "Any-Latin; Latin-ASCII; Lower; [[:^L:]-[:Zs:]-[.,-]] Remove";

  private static final Transliterator LATIN = Transliterator.getInstance(RULES);

  private Words() {}

  static String of(PersonName name) {
    return Stream.of(
            name.familyUk(),
            name.givenUk(),
            name.patronymicUk(),
            name.familyRu(),
            name.givenRu(),
            name.patronymicRu())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  /// The text in small ASCII letters, by [#RULES].
  static String inLatin(String text) {
    return LATIN.transliterate(text);
  }
}

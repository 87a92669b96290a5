package svoi.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the words after `bench/lists` ask for.
///
/// @param profiles published profiles to measure with
/// @param calls timed calls of each kind
/// @param database JDBC address of an outside PostgreSQL with an administrator's credentials; empty
///     for one started here
/// @param program words that start the program, for measuring over HTTP; empty: not over HTTP
record Options(int profiles, int calls, Optional<String> database, List<String> program) {
  /// @throws IllegalArgumentException for a word or a number that means nothing here
  static Options parse(String[] words) {
    List<String> known = List.of("profiles", "calls", "database", "program");
    for (String word : words) {
      if (known.stream().noneMatch(name -> word.startsWith("--" + name + "="))) {
        throw new IllegalArgumentException("unknown: " + word);
      }
    }
    return new Options(
        number(value(words, "profiles").orElse("100000"), 1_000_000),
        number(value(words, "calls").orElse("5000"), 1_000_000),
        value(words, "database"),
        value(words, "program").map(line -> List.of(line.split(" +", -1))).orElse(List.of()));
  }

  private static Optional<String> value(String[] words, String name) {
    String prefix = "--" + name + "=";
    return Arrays.stream(words)
        .filter(word -> word.startsWith(prefix))
        .map(word -> word.substring(prefix.length()).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static int number(String digits, int most) {
    int number = Integer.parseInt(digits);
    if (number < 1 || number > most) {
      throw new IllegalArgumentException("not from 1 to " + most + ": " + digits);
    }
    return number;
  }
}

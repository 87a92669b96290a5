package svoi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What the words after `bench/search` ask for.
///
/// @param scale synthetic persons around the judged ones
/// @param fuzz random hostile queries to run instead of the judged ones; 0: none
/// @param serve port on which to serve the site's search API over the persons; 0: none
/// @param misses whether each query that went wrong is printed
public record SearchOptions(
    Path persons, Path queries, int scale, int fuzz, int serve, boolean misses) {
  private static final List<String> WITH_VALUE =
      List.of("--persons", "--queries", "--scale", "--fuzz", "--serve");
  private static final int MOST = 20_000_000;

  /// Takes `--name value` and `--name=value`.
  ///
  /// @throws IllegalArgumentException for a word or a number that means nothing here
  public static SearchOptions parse(String[] words) {
    List<String> plain =
        Arrays.stream(words)
            .flatMap(word -> Arrays.stream(word.split("=", word.startsWith("--") ? 2 : 1)))
            .toList();
    for (int i = 0; i < plain.size(); i++) {
      if (WITH_VALUE.contains(plain.get(i)) && i + 1 < plain.size()) {
        i++;
      } else if (!plain.get(i).equals("--misses")) {
        throw new IllegalArgumentException("unknown: " + plain.get(i));
      }
    }
    return new SearchOptions(
        file(value(plain, "--persons", "bench/data/dev_persons.jsonl")),
        file(value(plain, "--queries", "bench/data/dev_queries.tsv")),
        number(value(plain, "--scale", "0")),
        number(value(plain, "--fuzz", "0")),
        number(value(plain, "--serve", "0")),
        plain.contains("--misses"));
  }

  /// The persons of the file with those who stand around them.
  Population population() throws IOException {
    Population judged = Population.read(persons);
    return scale == 0 ? judged : judged.with(new Background(judged).persons(scale));
  }

  /// A file as seen from where the command was given, else from the clone.
  private static Path file(String name) {
    Path there = Path.of(System.getProperty("svoi.from", "."), name);
    return Files.exists(there) ? there : Path.of(name);
  }

  private static String value(List<String> words, String name, String otherwise) {
    int place = words.indexOf(name);
    return place < 0 ? otherwise : words.get(place + 1);
  }

  private static int number(String digits) {
    int number = Integer.parseInt(digits);
    if (number < 0 || number > MOST) {
      throw new IllegalArgumentException("not from 0 to " + MOST + ": " + digits);
    }
    return number;
  }
}

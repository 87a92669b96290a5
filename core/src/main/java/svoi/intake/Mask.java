package svoi.intake;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Takes given words out of a text: each line of them wherever it stands as whole words, in any
/// case and with any space between.
final class Mask {
  /// Stands where something was taken out.
  static final String MARK = "▮▮▮";

  /// A shorter line would take out half of a language.
  private static final int SHORTEST = 3;

  private final List<Pattern> patterns;

  Mask(String lines) {
    this.patterns =
        lines
            .lines()
            .map(String::strip)
            .filter(line -> line.length() >= SHORTEST)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Mask::pattern)
            .toList();
  }

  String over(String text) {
    String left = text;
    for (Pattern pattern : patterns) {
      left = pattern.matcher(left).replaceAll(MARK);
    }
    return left;
  }

  private static Pattern pattern(String line) {
    String words =
        Arrays.stream(line.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + words + "(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}

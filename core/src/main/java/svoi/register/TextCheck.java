package svoi.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks into a text for what must never be public (R18) and for labels (R19), before anybody
/// reviews it. A mark is a reason to look, shown with its place; nothing with open marks goes on.
public final class TextCheck {
  /// Rules whose words may stay for a written reason: the same words can be harmless elsewhere.
  private static final Set<String> CLEARABLE =
      Set.of("r18-relative", "r18-address", "r18-birth", "r18-health", "r18-detention");

  /// What ends a sentence: its mark and a space, or the end of a paragraph.
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+[\"»”]?\\s+|\\R");

  private static final int EXCERPT = 40;

  private TextCheck() {}

  /// One place in a text.
  ///
  /// @param code rule and kind, for example `r18-phone`
  /// @param excerpt the words found, at most 40 characters: for the author only, never logged
  public record Finding(String code, String excerpt) {}

  /// Words that must not stay as they are.
  ///
  /// @param from index of the first character, as Java counts them
  /// @param to index after the last character
  /// @param passage the sentence around them: a reason to let them stay holds for exactly this
  public record Mark(String code, int from, int to, String words, String passage) {
    /// Whether a written reason can let the words stay.
    public boolean clearable() {
      return CLEARABLE.contains(code);
    }

    private boolean overlaps(String other, int start, int end) {
      return code.equals(other) && from < end && start < to;
    }
  }

  /// All marks in `text`, by place; of several that overlap by the same rule the first. Letters of
  /// another alphabet that look alike, accents and other disguises hide nothing.
  public static List<Mark> marks(String text) {
    List<Mark> found = new ArrayList<>();
    for (TextRule rule : TextRule.ALL) {
      Matcher matcher = rule.pattern().matcher(text);
      while (matcher.find()) {
        found.add(mark(rule.code(), matcher.start(), matcher.end(), text));
      }
    }
    Unmasked.readings(text).forEach(reading -> addMarks(reading, text, found));
    found.sort(Comparator.comparingInt(Mark::from).thenComparing(Mark::code));
    return List.copyOf(found);
  }

  private static void addMarks(Unmasked reading, String text, List<Mark> found) {
    for (TextRule rule : TextRule.ALL) {
      Matcher matcher = rule.pattern().matcher(reading.text());
      while (matcher.find()) {
        int from = reading.from(matcher.start());
        int to = reading.to(matcher.end());
        if (found.stream().noneMatch(m -> m.overlaps(rule.code(), from, to))) {
          found.add(mark(rule.code(), from, to, text));
        }
      }
    }
  }

  /// All findings in `text`, by place.
  public static List<Finding> findings(String text) {
    return marks(text).stream().map(TextCheck::finding).toList();
  }

  /// Text as it is kept: no characters that nobody sees, so that none can hide a mark, lines as on
  /// Unix, nothing around it.
  public static String tidy(String text) {
    return text.replaceAll("\\R", "\n")
        .replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}]|[\\p{Cc}&&[^\n]]", "")
        .replaceAll(" *\n *", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  /// How many words a text has.
  public static int words(String text) {
    return (int) Stream.of(text.split("[^\\p{L}\\p{N}’'-]+")).filter(w -> !w.isEmpty()).count();
  }

  private static Finding finding(Mark mark) {
    String words = mark.words().strip().toLowerCase(Locale.ROOT);
    return new Finding(mark.code(), words.length() > EXCERPT ? words.substring(0, EXCERPT) : words);
  }

  private static Mark mark(String code, int from, int to, String text) {
    int start = 0;
    int end = text.length();
    Matcher ends = SENTENCE_END.matcher(text);
    while (ends.find()) {
      if (ends.end() <= from) {
        start = ends.end();
      } else if (ends.start() >= to) {
        end = ends.start() + ends.group().stripTrailing().length();
        break;
      }
    }
    return new Mark(code, from, to, text.substring(from, to), text.substring(start, end).strip());
  }
}

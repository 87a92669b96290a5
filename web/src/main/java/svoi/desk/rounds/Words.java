package svoi.desk.rounds;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import svoi.exchange.Category;
import svoi.exchange.Condition;
import svoi.exchange.OfferedKind;
import svoi.exchange.Rounds;
import svoi.exchange.Side;
import svoi.exchange.Slots;
import svoi.web.Formats;
import svoi.web.Messages;

/// What templates of rounds need of words and addresses.
public final class Words {
  private Words() {}

  /// The key of the sentence for a rule's code.
  public static String rule(String code, Messages t) {
    return Obstacles.key(code, t);
  }

  /// The code of a kind; `any` for none.
  public static String kind(@Nullable OfferedKind kind) {
    return kind == null ? "any" : kind.code();
  }

  /// The code of a category; `any` for none.
  public static String kind(@Nullable Category category) {
    return category == null ? "any" : category.code();
  }

  public static String code(Condition condition) {
    return condition.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A birth date of a list: in words if it is one, else as it was written.
  public static String born(String written, Messages t) {
    if (written.isEmpty()) {
      return "–";
    }
    return written.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
        ? Formats.day(LocalDate.parse(written), t.language())
        : written;
  }

  public static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  public static List<String> dropReasons() {
    return Slots.REASONS;
  }

  /// What a sheet of that side may say.
  public static List<String> results(Side side) {
    String other = side == Side.OFFERED ? "substituted" : "refused-at-point";
    return SheetForm.RESULTS.stream().filter(result -> !result.equals(other)).toList();
  }

  /// The detail of a step in words: a reason, or a number as it is.
  public static String detail(Rounds.Step step, Messages t) {
    String key =
        (step.what().startsWith("slot.") ? "desk.rounds.dropped." : "desk.rounds.reason.")
            + step.detail();
    return t.has(key) ? t.get(key) : step.detail();
  }
}

package svoi.desk.answers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.answers.Answers;
import svoi.exchange.answers.LedgerEntry;
import svoi.exchange.answers.LedgerFigures;
import svoi.exchange.answers.LedgerFilter;
import svoi.staff.Right;

/// The ledger.
///
/// @param query a name that was searched for; empty for none
/// @param found whom it may mean
/// @param unasked need lists that were sent and are not in the ledger
public record LedgerView(
    Frame frame,
    Officer officer,
    LocalDate today,
    String query,
    List<Answers.Person> found,
    LedgerFilter filter,
    Answers.Page page,
    LedgerFigures figures,
    List<Answers.Sent> unasked,
    Typed typed)
    implements DeskView {
  static final List<String> SHOWN =
      List.of(
          LedgerFilter.OPEN,
          "asked",
          "reminded",
          "no-answer",
          "refused",
          "accepted",
          "countered",
          "delivered",
          "broken",
          "substituted");

  public LedgerView {
    found = List.copyOf(found);
    unasked = List.copyOf(unasked);
  }

  /// What the list can be narrowed to.
  public List<String> shown() {
    return SHOWN;
  }

  public boolean mayRecord() {
    return officer.may(Right.RECORD_ANSWERS);
  }

  /// Address of the following page.
  public Optional<String> next() {
    return page.next()
        .map(
            last ->
                "/desk/answers?show=%s&ground=%s&after=%s"
                    .formatted(filter.show(), filter.ground(), last));
  }

  /// Grounds of refusals, the most frequent first.
  public List<Map.Entry<String, Integer>> grounds() {
    return figures.grounds().entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  /// Whether the last day to answer is over.
  public static boolean isLate(LedgerEntry entry, LocalDate today) {
    LocalDate due = entry.dueOn();
    return entry.open() && due != null && due.isBefore(today);
  }

  /// How an entry looks: good, bad or neither.
  public static String tag(String kind) {
    return switch (kind) {
      case "accepted", "delivered" -> "yes";
      case "refused", "no-answer", "broken" -> "warn";
      case "countered", "substituted" -> "left";
      default -> "none";
    };
  }
}

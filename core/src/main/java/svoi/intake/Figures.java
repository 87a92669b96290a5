package svoi.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import svoi.audit.AuditSink;
import svoi.intake.CaseKey.Part;
import svoi.intake.DeskCases.OpenCase;
import svoi.platform.Database;

/// Counts that may leave the desk. A number under five is never told, and there are no totals from
/// which it could be worked out.
public final class Figures {
  /// Under this a cell says nothing but that it is small.
  public static final int SMALLEST_CELL = 5;

  private final Database desk;
  private final DeskRepository rows;
  private final DeskCases cases;
  private final AuditSink audit;

  /// @param desk the way to the database under the desk's role
  public Figures(Database desk, IntakeStore store, AuditSink audit) {
    this.desk = desk;
    this.rows = new DeskRepository(desk.jdbc());
    this.cases = new DeskCases(rows, store.erasure());
    this.audit = audit;
  }

  /// One week and audience.
  ///
  /// @param week its Monday
  public record Cell(LocalDate week, Audience audience) {}

  /// A count that was kept; never under five.
  public record Kept(String desk, LocalDate week, Audience audience, int cases) {}

  /// Cases by week and audience, of those that are still there; empty where they are few. Cells
  /// without any case are absent.
  public Map<Cell, OptionalInt> weekly(Unlocked member, String deskCode) {
    Map<Cell, Integer> counts = count(member, deskCode);
    note(member, "count", deskCode);
    return suppressed(counts);
  }

  /// Writes down what may be told of the weeks that are over, so that it outlives the cases.
  public void keepWeekly(Unlocked member, String deskCode) {
    Map<Cell, Integer> counts = count(member, deskCode);
    LocalDate today = rows.today();
    desk.inTransaction(
        () -> {
          counts.forEach(
              (cell, n) -> {
                if (n >= SMALLEST_CELL && cell.week().plusWeeks(1).isBefore(today.plusDays(1))) {
                  rows.count(deskCode, cell.week(), cell.audience().code(), n);
                }
              });
          note(member, "keep-counts", deskCode);
          return true;
        });
  }

  /// What was written down and may be told outside the desk; the newest week first.
  ///
  /// @param by who reads it
  public List<Kept> kept(UUID by) {
    List<Kept> kept = rows.counts();
    audit.append(by.toString(), "intake.read-counts", Set.of(), "");
    return kept;
  }

  /// How many stopped, by month; empty where they are few.
  public Map<YearMonth, OptionalInt> stopped(Unlocked member, String deskCode) {
    Map<YearMonth, Integer> counts = new TreeMap<>();
    for (OpenCase open : cases.of(member, deskCode).open()) {
      agreed(open)
          .filter(agreed -> agreed.outcome() == Agreed.Outcome.STOPPED)
          .ifPresent(agreed -> counts.merge(agreed.month(), 1, Integer::sum));
    }
    note(member, "count-stopped", deskCode);
    return suppressed(counts);
  }

  static <K> Map<K, OptionalInt> suppressed(Map<K, Integer> counts) {
    Map<K, OptionalInt> told = new java.util.LinkedHashMap<>();
    counts.forEach(
        (key, n) -> told.put(key, n < SMALLEST_CELL ? OptionalInt.empty() : OptionalInt.of(n)));
    return told;
  }

  private Map<Cell, Integer> count(Unlocked member, String deskCode) {
    Map<Cell, Integer> counts =
        new TreeMap<>(java.util.Comparator.comparing(Cell::week).thenComparing(Cell::audience));
    for (OpenCase open : cases.of(member, deskCode).open()) {
      if (!open.card().decoy()) {
        Cell cell = new Cell(open.row().receivedWeek(), open.card().about().audience());
        counts.merge(cell, 1, Integer::sum);
      }
    }
    return counts;
  }

  private Optional<Agreed> agreed(OpenCase open) {
    UUID id = open.row().id();
    return rows.agreed(id).map(body -> Agreed.of(open.key().open(Part.AGREED, 0, body)));
  }

  private void note(Unlocked member, String act, String detail) {
    audit.append(member.staff().toString(), "intake." + act, Set.of(), detail);
  }
}

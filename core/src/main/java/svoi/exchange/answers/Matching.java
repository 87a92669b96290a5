package svoi.exchange.answers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides whom a written name means. Only a name that fits with its birth date, and one person
/// alone, is linked; all else is for an officer, or means nobody who is known.
final class Matching {
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT),
          DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

  /// The day from which spreadsheets count.
  private static final LocalDate SPREADSHEET = LocalDate.of(1899, 12, 30);

  private Matching() {}

  /// Somebody whom the name may mean.
  ///
  /// @param bornOn null while unknown
  /// @param same whether it is the name in some spelling; else it is only near it
  record Candidate(UUID id, @Nullable LocalDate bornOn, boolean same) {}

  /// @param match `linked`, `ambiguous` or `unknown`
  record Found(String match, @Nullable UUID id) {
    static final Found UNKNOWN = new Found("unknown", null);
    static final Found AMBIGUOUS = new Found("ambiguous", null);
  }

  /// @param taken whom earlier rows of the same letter mean; it grows by who is linked now
  static Found find(List<Candidate> candidates, @Nullable LocalDate born, Set<UUID> taken) {
    List<Candidate> same = candidates.stream().filter(Candidate::same).toList();
    List<Candidate> alike =
        born == null ? List.of() : same.stream().filter(c -> born.equals(c.bornOn())).toList();
    if (alike.size() == 1) {
      UUID id = alike.getFirst().id();
      return taken.add(id) ? new Found("linked", id) : Found.AMBIGUOUS;
    }
    boolean near = born != null && candidates.stream().anyMatch(c -> born.equals(c.bornOn()));
    return same.isEmpty() && !near ? Found.UNKNOWN : Found.AMBIGUOUS;
  }

  /// The day that was written; empty if it is no whole date.
  static Optional<LocalDate> day(@Nullable String written) {
    String text = written == null ? "" : written.strip();
    if (text.matches("[1-9][0-9]{4}([.]0+)?")) {
      return Optional.of(SPREADSHEET.plusDays(Long.parseLong(text.substring(0, 5))));
    }
    return DATES.stream().flatMap(form -> parsed(text, form).stream()).findFirst();
  }

  private static Optional<LocalDate> parsed(String text, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDate.parse(text, form));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

package svoi.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One proceeding against one person with what the court found.
///
/// @param region ISO 3166-2 code of the region of the act, as the verdict records it
/// @param caseNumber the court's number; identifies the file together with the person
public record CaseFile(
    String region,
    String caseNumber,
    boolean closedSession,
    List<Count> counts,
    Verdict verdict,
    List<Event> events) {
  public CaseFile {
    counts = List.copyOf(counts);
    events = List.copyOf(events);
  }

  /// One article and part, with the days of the act.
  ///
  /// @param articleFrom first day of the title that the count refers to
  /// @param dateReason why the article applies though the act ended before it; null if it did not
  public record Count(
      String article,
      LocalDate articleFrom,
      boolean hasParts,
      @Nullable Integer part,
      LocalDate committedFrom,
      LocalDate committedTo,
      @Nullable String dateReason) {}

  /// The judgment.
  ///
  /// @param inForceFrom null while it is not in legal force
  /// @param years null for a life sentence
  public record Verdict(
      boolean guilty,
      boolean inAbsentia,
      LocalDate renderedOn,
      @Nullable LocalDate inForceFrom,
      @Nullable Integer years,
      int months,
      boolean life,
      boolean confiscation) {}

  /// A dated step: `detained`, `verdict`, `appeal-upheld`, `in-force`, or one that ends the
  /// verdict's
  /// force (`quashed`, `acquitted`, `reopened`, `appeal-restored`, `pardoned`, `expunged`).
  public record Event(String kind, LocalDate on) {}
}

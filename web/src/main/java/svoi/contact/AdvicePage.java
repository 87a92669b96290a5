package svoi.contact;

import java.util.List;
import java.util.Optional;
import svoi.web.ProsePage;

/// A page of advice in one language.
///
/// @param address what stands in its address: a number, which tells a history nothing
/// @param route whom it is for; empty if for all
/// @param html its text, with links that lead somewhere
public record AdvicePage(
    ProsePage page,
    String address,
    Optional<Route> route,
    String html,
    List<Clause> clauses,
    List<Line> lines) {
  /// The page of those under eighteen.
  static final String CHILD = "under-18";

  public AdvicePage {
    clauses = List.copyOf(clauses);
    lines = List.copyOf(lines);
  }

  /// Whether it is for those under eighteen.
  public boolean isChild() {
    return page.name().equals(CHILD);
  }

  /// Whether it is what to read before writing.
  public boolean isFirst() {
    return route.isPresent();
  }

  /// Whether the decision aid belongs to it.
  public boolean hasDecision() {
    return !isChild() && route.filter(r -> r == Route.STOP).isPresent();
  }
}

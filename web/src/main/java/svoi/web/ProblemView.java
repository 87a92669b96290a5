package svoi.web;

import java.util.Optional;

/// What an error page shows: words by status, and what to do next.
///
/// @param status one with words of its own; 404 stands for 410 too
/// @param incident number to quote, for faults of ours only
public record ProblemView(
    Layout layout, int status, String titleKey, String textKey, Optional<String> incident) {
  static ProblemView of(Layout layout, int status, Optional<String> incident) {
    return new ProblemView(
        layout, status, "problem." + status + ".title", "problem." + status + ".text", incident);
  }
}

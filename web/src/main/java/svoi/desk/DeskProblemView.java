package svoi.desk;

import java.util.List;

/// A refusal: the rule, what would satisfy it, and what was typed.
///
/// @param code stable code of the rule
/// @param textKey message that says what would satisfy it
public record DeskProblemView(
    Frame frame, String titleKey, String textKey, String code, List<Kept> kept)
    implements DeskView {
  public DeskProblemView {
    kept = List.copyOf(kept);
  }

  public record Kept(String field, String value) {}
}

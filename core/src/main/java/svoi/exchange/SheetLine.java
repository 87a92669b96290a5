package svoi.exchange;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a sheet from the line says of one slot.
///
/// @param result what happened
/// @param checks null: the person never came to the point
/// @param word of an offered person who came; null for an awaited one
/// @param instead who was brought instead; null but for a substitution
/// @param version counts savings; 0 for a line that was never saved
public record SheetLine(
    SlotId slot,
    SlotState result,
    @Nullable Checks checks,
    @Nullable Word word,
    @Nullable AwaitedId instead,
    int version) {

  /// Whether both sides checked the identity, and the medical check.
  ///
  /// @param ours `checked`, or `declined` for a refusal to check, and so `theirs`
  /// @param medical `done`, `needs-care`, `declined` or `not-done`
  public record Checks(String ours, String theirs, String medical) {}

  /// The last gate: said before a neutral.
  ///
  /// @param yes a no has no price and no penalty (R29)
  /// @param before `icrc`, `ombudsman`, `mediator` or `other-neutral`
  public record Word(boolean yes, String before) {}

  /// A line as the desk shows it while sheets are typed in.
  ///
  /// @param line null: not typed in yet
  /// @param insteadName name of who was brought instead; null with `instead`
  public record Shown(
      SlotId slot,
      @Nullable Integer number,
      int block,
      Side side,
      UUID participant,
      @Nullable UUID person,
      String name,
      @Nullable Integer reserveRank,
      @Nullable SheetLine line,
      @Nullable String insteadName) {
    public String code() {
      return ShortCode.of(slot.value());
    }
  }
}

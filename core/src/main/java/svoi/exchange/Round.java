package svoi.exchange;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One round as it stands.
///
/// @param number our own, never the official one of an exchange
/// @param framework what it is negotiated under
/// @param stage of the agreement `agreement`; both null for a round of its own
/// @param place whether the place is known; it is sealed and opened on its own
/// @param plannedOn day of the handover; null: not planned
/// @param version counts changes, so that nobody overwrites what they have not seen
/// @param offered how many are on the list, reserves left out
/// @param returned of the awaited, by outcomes that stand
/// @param announced null: nothing was said in public
public record Round(
    RoundId id,
    int number,
    boolean demo,
    String framework,
    @Nullable String agreement,
    @Nullable Integer stage,
    @Nullable String mediator,
    boolean place,
    @Nullable LocalDate plannedOn,
    RoundState state,
    Instant stateSince,
    String agency,
    int version,
    int offered,
    int awaited,
    int returned,
    int departed,
    @Nullable Announced announced) {

  /// What was said in public.
  ///
  /// @param exchangeNo official number; null when none was said
  public record Announced(@Nullable Integer exchangeNo, @Nullable String mediator, Instant at) {}
}

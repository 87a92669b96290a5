package svoi.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How long people had been held who came home, told in steps that speak of nobody.
///
/// The table moves on only when at least [#STEP] persons have been added since it last did, so the
/// difference of two published tables is always about that many; see [Disclosure] for the cells.
final class HeldTable {
  /// Four times the least group: two rounds of a handful never make a table of their own.
  static final int STEP = 20;

  /// Upper ends of all bands but the last, in days.
  private static final List<Integer> ENDS = List.of(183, 365, 730, 1_095);

  private HeldTable() {}

  /// One who came home.
  ///
  /// @param from when the table may count them: announced, and 48 hours after the handover
  /// @param until when a correction took them out; far away if none did
  record Return(Instant from, Instant until, boolean military, int days) {}

  /// The table as of a moment; empty while it would be of fewer than twenty.
  static Optional<Figures.Held> of(List<Return> returns, Instant asOf) {
    return lastStep(returns, asOf)
        .map(
            step -> {
              int[][] counts = new int[2][ENDS.size() + 1];
              returns.stream()
                  .filter(one -> !one.from().isAfter(step) && one.until().isAfter(step))
                  .forEach(one -> counts[one.military() ? 0 : 1][band(one.days())]++);
              return new Figures.Held(step, Disclosure.table(counts));
            });
  }

  /// Steps depend on what was added and never on corrections, so those of the past stay.
  private static Optional<Instant> lastStep(List<Return> returns, Instant asOf) {
    List<Instant> added =
        returns.stream().map(Return::from).filter(from -> !from.isAfter(asOf)).sorted().toList();
    Instant step = null;
    int since = 0;
    for (int i = 0; i < added.size(); i++) {
      since++;
      boolean last = i + 1 == added.size() || added.get(i + 1).isAfter(added.get(i));
      if (last && since >= STEP) {
        step = added.get(i);
        since = 0;
      }
    }
    return Optional.ofNullable(step);
  }

  private static int band(int days) {
    return (int) ENDS.stream().filter(end -> days >= end).count();
  }
}

package svoi.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Public figures of exchanges as they stood at one moment, after disclosure control.
///
/// Real ones stand on the opening balance; those of invented rounds have none and stand apart.
///
/// @param exchanges announced rounds in which somebody came home, after the opening balance
/// @param agreements the same, with the stages of one agreement counted once
/// @param returned home in these rounds, to the unit: the sum over `rounds`
/// @param outside returned on the unconditional track, beside `returned` and never in it
/// @param departed convicted persons and prisoners who left in these rounds
/// @param totalReturned `returned` on top of the opening balance, if there is one
/// @param rounds oldest first
/// @param corrections in effect, oldest first
public record Figures(
    @Nullable Opening opening,
    long exchanges,
    long agreements,
    long returned,
    Cell outside,
    long departed,
    long totalExchanges,
    long totalReturned,
    List<Round> rounds,
    @Nullable Answers answers,
    @Nullable Held held,
    List<Correction> corrections) {
  public Figures {
    rounds = List.copyOf(rounds);
    corrections = List.copyOf(corrections);
  }

  /// What had been published before this installation counts, with its source.
  public record Opening(LocalDate asOf, long exchanges, long returned, String source) {}

  /// How much of a number is published.
  public enum Sight {
    SHOWN,
    /// Four at most.
    FEW,
    /// Not small, but another number would follow from it.
    WITHHELD
  }

  /// A number of a table; 0 unless it is shown.
  public record Cell(Sight sight, int value) {}

  /// Whether military and civilian of a round are told apart.
  public enum Split {
    SHOWN,
    /// Not before the third day after the handover.
    LATER,
    /// One part is small, or a correction would tell which part it changed.
    WITHHELD
  }

  /// An announced round.
  ///
  /// @param number official number of the exchange, which its stages share
  /// @param from first day on which somebody crossed
  /// @param military of `returned`; null unless `split` is shown
  public record Round(
      UUID id,
      @Nullable Integer number,
      @Nullable UUID agreementId,
      @Nullable String agreement,
      @Nullable Integer stage,
      @Nullable String mediator,
      Instant announcedAt,
      LocalDate from,
      LocalDate to,
      int returned,
      Split split,
      @Nullable Integer military,
      @Nullable Integer civilian,
      int departed) {}

  /// What the other side was asked and what it did.
  ///
  /// @param asked the sum of the next five
  /// @param open no answer yet, or one that can't be told before its round is announced
  /// @param ignored the deadline passed without an answer
  /// @param broken agreed and not delivered
  /// @param substituted another person was brought instead; each is among `broken` too
  public record Answers(
      int asked,
      int open,
      int ignored,
      int refused,
      int accepted,
      int countered,
      int delivered,
      int broken,
      int substituted) {}

  /// How long those who returned had been held.
  ///
  /// @param upTo the moment whose rounds it counts: it moves on by at least twenty persons
  /// @param cells rows military, civilian, all; columns by [#BANDS] and their sum
  public record Held(Instant upTo, List<List<Cell>> cells) {
    /// Names of the columns, shortest time first.
    public static final List<String> BANDS =
        List.of("under-6-months", "6-to-12-months", "1-to-2-years", "2-to-3-years", "over-3-years");

    public Held {
      cells = cells.stream().map(List::copyOf).toList();
    }
  }

  /// A correction in effect with its public line.
  ///
  /// @param change of `returned` or `departed` by it
  public record Correction(Instant at, UUID roundId, int change, String uk, String ru, String en) {}

  /// Whether sums, rounds and corrections are those of `other`; the rest may wait for the next day.
  boolean sumsLike(Figures other) {
    return totalExchanges == other.totalExchanges
        && totalReturned == other.totalReturned
        && departed == other.departed
        && corrections.equals(other.corrections)
        && rounds.stream()
            .map(Round::id)
            .toList()
            .equals(other.rounds.stream().map(Round::id).toList());
  }
}

package svoi.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A slot on the readiness board.
///
/// @param number its place in our latest sent list; null: not on it
/// @param participant id of the offered or awaited person
/// @param person id of the file in `cases`; null for others
/// @param kind of an offered person, or category of an awaited one
/// @param reserveRank null: on the list
/// @param holds conditions that hold; of an ended slot none is asked
/// @param word whether an offered person said yes at the line; null: not asked yet
/// @param path by what act an offered person may leave; null: none was asked for
/// @param reconfirmedAt newest word in private; null: none, or an awaited person
public record BoardSlot(
    SlotId id,
    UUID block,
    int blockNumber,
    @Nullable Integer number,
    Side side,
    UUID participant,
    @Nullable UUID person,
    String name,
    @Nullable LocalDate bornOn,
    String kind,
    @Nullable Integer reserveRank,
    SlotState state,
    int version,
    boolean ready,
    Set<Condition> holds,
    @Nullable Boolean word,
    @Nullable Path path,
    @Nullable Instant reconfirmedAt) {
  public BoardSlot {
    holds = Set.copyOf(holds);
  }

  /// What is missing, in the order of the board; empty for a slot that is not live.
  public List<Condition> missing() {
    return state.isLive()
        ? Condition.of(side).stream().filter(c -> !holds.contains(c)).toList()
        : List.of();
  }

  public String code() {
    return ShortCode.of(id.value());
  }

  /// The newest legal instrument of a person.
  ///
  /// @param kind `art-84-1`, `art-201-1` or `pardon`
  public record Path(String kind, InstrumentState state) {}

  /// Which slots are asked for.
  ///
  /// @param block null: all
  /// @param side null: both
  /// @param missing only those that lack this; null: all
  /// @param open only those that are not ready
  public record Wanted(
      @Nullable UUID block, @Nullable Side side, @Nullable Condition missing, boolean open) {
    /// All slots.
    public static final Wanted ALL = new Wanted(null, null, null, false);
  }

  /// How ready a round is, reserves left out.
  ///
  /// @param missing how many slots lack each condition
  public record Tally(int slots, int ready, java.util.Map<Condition, Integer> missing) {
    public Tally {
      missing = java.util.Map.copyOf(missing);
    }

    public int open() {
      return slots - ready;
    }
  }
}

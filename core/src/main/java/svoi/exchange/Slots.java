package svoi.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;

/// Who stands in a round. One person is in one live round at most, whoever adds them first.
public final class Slots {
  /// Why an officer takes somebody off; other reasons come by themselves.
  public static final List<String> REASONS = List.of("refused-by-them", "replaced", "taken-off");

  /// As many as one block of a list ever had, ten times over.
  private static final int AT_ONCE = 2_000;

  private final Database database;
  private final SlotRepository slots;
  private final AuditSink audit;
  private final Clock clock;

  /// @param clock of the rules, in Kyiv
  public Slots(Database database, AuditSink audit, Clock clock) {
    this.database = database;
    this.slots = new SlotRepository(database.jdbc());
    this.audit = audit;
    this.clock = clock;
  }

  /// Who could stand in the block, as of now; a rule may still refuse the one who is taken.
  public List<Candidate> candidates(Round round, Block block, Candidate.Wanted wanted, int limit) {
    if (wanted.side() == Side.AWAITED) {
      return slots.awaited(round.id(), block.awaitedCategory(), wanted, limit);
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate planned = Objects.requireNonNullElse(round.plannedOn(), today);
    LocalDate day = planned.isBefore(today) ? today : planned;
    return slots.offered(day, block.offeredKind(), wanted, limit);
  }

  /// Adds persons to a block: all of them or, where a rule refuses one, nobody.
  ///
  /// @param reserve whether they are reserves, in this order after those who are there
  public Moved add(Member by, RoundId round, UUID block, List<UUID> participants, boolean reserve) {
    by.needs(Right.MANAGE_ROUNDS);
    List<UUID> distinct = participants.stream().distinct().toList();
    Moved moved =
        Rounds.keepingRules(
            database,
            () -> {
              if (slots.add(round, block, distinct, reserve, by) != distinct.size()) {
                return Moved.Refused.by("slot.unknown_person", "");
              }
              Set<UUID> ids =
                  Stream.concat(Stream.of(round.value()), distinct.stream())
                      .collect(Collectors.toSet());
              audit.append(by.actor(), "exchange.slot-add", ids, "");
              return new Moved.Done();
            });
    return moved instanceof Moved.Refused refused ? naming(refused, distinct) : moved;
  }

  /// Says which of them are reserved elsewhere, by code.
  private Moved naming(Moved.Refused refused, List<UUID> participants) {
    if (!refused.obstacles().getFirst().code().equals("slot.person_reserved")) {
      return refused;
    }
    String codes =
        slots.reserved(participants).stream()
            .map(ShortCode::of)
            .sorted()
            .limit(20)
            .collect(Collectors.joining(", "));
    return Moved.Refused.by("slot.person_reserved", codes);
  }

  /// Adds the first `count` who can stand in the block, longest waiting first.
  ///
  /// @return how many there were, and what came of it
  public First addFirst(Member by, Round round, Block block, Side side, int count) {
    Candidate.Wanted free = new Candidate.Wanted(side, "", false, null);
    List<UUID> ids = new ArrayList<>();
    candidates(round, block, free, Math.min(count, AT_ONCE)).forEach(c -> ids.add(c.id()));
    return new First(
        ids.size(), ids.isEmpty() ? new Moved.Done() : add(by, round.id(), block.id(), ids, false));
  }

  /// How many were found, and what came of adding them.
  public record First(int found, Moved moved) {}

  /// Takes somebody off. An agreed round goes back to the table by itself.
  ///
  /// @param reason one of [#REASONS]
  /// @param version that was seen
  public Moved drop(Member by, RoundId round, SlotId slot, int version, String reason) {
    return change(by, slot, "drop " + reason, () -> slots.drop(round, slot, version, reason));
  }

  /// Makes a reserve of somebody, or puts a reserve on the list, or moves one to another block.
  ///
  /// @param reserveRank null: on the list
  public Moved place(
      Member by,
      RoundId round,
      SlotId slot,
      int version,
      UUID block,
      @Nullable Integer reserveRank) {
    return change(by, slot, "place", () -> slots.place(round, slot, version, block, reserveRank));
  }

  private Moved change(Member by, SlotId slot, String what, BooleanSupplier work) {
    by.needs(Right.MANAGE_ROUNDS);
    return Rounds.keepingRules(
        database,
        () -> {
          if (!work.getAsBoolean()) {
            return new Moved.Stale();
          }
          Set<UUID> ids = Set.of(slot.value(), slots.participant(slot));
          audit.append(by.actor(), "exchange.slot", ids, what);
          return new Moved.Done();
        });
  }
}

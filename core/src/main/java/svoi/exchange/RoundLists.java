package svoi.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;

/// The list versions of rounds, ours and theirs: numbered without gaps, immutable once signed,
/// sent or received. Whoever shows rows says so in the audit log.
public final class RoundLists {
  private static final int MOST_ROWS = 20_000;

  private final Database database;
  private final ListRepository lists;
  private final RoundRepository rounds;
  private final RoundLedger ledger;
  private final AuditSink audit;

  public RoundLists(Database database, AuditSink audit) {
    this.database = database;
    this.lists = new ListRepository(database.jdbc());
    this.rounds = new RoundRepository(database.jdbc());
    this.ledger = new RoundLedger(database.jdbc());
    this.audit = audit;
  }

  /// Versions by falling number.
  public List<ListVersion> of(RoundId round) {
    return lists.of(round);
  }

  public Optional<ListVersion> find(RoundId round, int n) {
    return lists.find(round, n);
  }

  /// A page of rows in order.
  ///
  /// @param after the last position of the page before; 0 for the first
  public List<ListRow> rows(ListVersion list, int after, int limit) {
    return lists.rows(list.id(), after, limit);
  }

  /// All rows in order.
  public List<ListRow> rows(ListVersion list) {
    return lists.rows(list.id(), 0, MOST_ROWS);
  }

  /// How `second` differs from `first`.
  public ListDiff diff(ListVersion first, ListVersion second) {
    return ListDiff.of(rows(first), rows(second));
  }

  /// What a signature under their demands signs; empty if there are none.
  public Optional<byte[]> demandHash(ListVersion list) {
    return lists.demandHash(list.id());
  }

  /// Takes our next version: a snapshot of the slots as they stand. A draft of ours that was not
  /// sent is superseded.
  public Moved take(Member by, RoundId round) {
    by.needs(Right.MANAGE_ROUNDS);
    return Rounds.keepingRules(
        database,
        () -> {
          if (rounds.lock(round).filter(RoundState::isNegotiated).isEmpty()) {
            return Moved.Refused.by("round.not_negotiating", "");
          }
          lists.supersede(round, true);
          if (lists.take(UUID.randomUUID(), round, by) == 0) {
            return Moved.Refused.by("list.empty", "");
          }
          audit.append(by.actor(), "exchange.list-take", Set.of(round.value()), "");
          return new Moved.Done();
        });
  }

  /// Sends our signed version: the round is proposed, and everybody on it is asked for in the
  /// ledger.
  public Moved send(Member by, RoundId round, ListVersion list) {
    by.needs(Right.MANAGE_ROUNDS);
    return Rounds.keepingRules(
        database,
        () -> {
          if (rounds.lock(round).isEmpty() || !list.ours() || !lists.pass(list.id(), "sent")) {
            return new Moved.Stale();
          }
          rounds.move(round, RoundState.PROPOSED, null, by);
          ledger.asked(round, list.id(), by);
          audit.append(by.actor(), "exchange.list-send", subjects(round, list), "list " + list.n());
          return new Moved.Done();
        });
  }

  /// Takes a version of theirs as received, with what it means for the ledger. A round that was
  /// proposed, agreed or prepared goes back to the table if their list is another one.
  public Moved receive(Member by, RoundId round, ListVersion list) {
    by.needs(Right.MANAGE_ROUNDS);
    return Rounds.keepingRules(
        database,
        () -> {
          RoundState state = rounds.lock(round).orElseThrow();
          if (list.ours() || state.isOver() || !lists.pass(list.id(), "received")) {
            return new Moved.Stale();
          }
          int entries = ledger.answered(round, list.id(), by);
          if (counters(state) && !rounds.listsAreEqual(round)) {
            rounds.move(round, RoundState.COUNTER_PROPOSED, "their-list", by);
          }
          audit.append(
              by.actor(),
              "exchange.list-receive",
              subjects(round, list),
              "list " + list.n() + ", entries " + entries);
          return new Moved.Done();
        });
  }

  private static boolean counters(RoundState state) {
    return state == RoundState.PROPOSED
        || state == RoundState.AGREED
        || state == RoundState.PREPARING;
  }

  /// Throws a draft away; its number stays taken.
  public Moved discard(Member by, RoundId round, ListVersion list) {
    by.needs(Right.MANAGE_ROUNDS);
    return Rounds.keepingRules(
        database,
        () -> {
          if (!lists.pass(list.id(), "superseded")) {
            return new Moved.Stale();
          }
          audit.append(
              by.actor(), "exchange.list-discard", Set.of(round.value()), "list " + list.n());
          return new Moved.Done();
        });
  }

  private Set<UUID> subjects(RoundId round, ListVersion list) {
    return Stream.concat(Stream.of(round.value()), participants(rows(list)).stream())
        .collect(Collectors.toSet());
  }

  /// The persons whom rows name, for the audit log.
  public static Collection<UUID> participants(List<ListRow> rows) {
    return rows.stream()
        .map(ListRow::participant)
        .flatMap(Stream::ofNullable)
        .collect(Collectors.toSet());
  }
}

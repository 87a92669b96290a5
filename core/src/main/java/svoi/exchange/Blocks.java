package svoi.exchange;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;

/// The blocks of rounds; they change only while a round is negotiated.
public final class Blocks {
  private final Database database;
  private final BlockRepository blocks;
  private final AuditSink audit;

  public Blocks(Database database, AuditSink audit) {
    this.database = database;
    this.blocks = new BlockRepository(database.jdbc());
    this.audit = audit;
  }

  /// Blocks by number.
  public List<Block> of(RoundId round) {
    return blocks.of(round);
  }

  public Moved add(Member by, RoundId round, Block.Terms terms) {
    return change(
        by,
        round,
        "add",
        () -> {
          blocks.add(UUID.randomUUID(), round, terms);
          return true;
        });
  }

  /// Saves other terms; signatures of the old ones no longer count.
  public Moved save(Member by, RoundId round, UUID block, int version, Block.Terms terms) {
    return change(by, round, "save", () -> blocks.save(block, round, version, terms));
  }

  /// Removes a block that never had a slot.
  public Moved remove(Member by, RoundId round, UUID block, int version) {
    return change(by, round, "remove", () -> blocks.remove(block, round, version));
  }

  private Moved change(Member by, RoundId round, String what, BooleanSupplier work) {
    by.needs(Right.MANAGE_ROUNDS);
    return Rounds.keepingRules(
        database,
        () -> {
          if (!work.getAsBoolean()) {
            return new Moved.Stale();
          }
          audit.append(by.actor(), "exchange.block", Set.of(round.value()), what);
          return new Moved.Done();
        });
  }
}

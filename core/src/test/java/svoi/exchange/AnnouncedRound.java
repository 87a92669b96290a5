package svoi.exchange;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import svoi.platform.TestDatabase;

/// Rounds with any number of people home, announced; every rule of theirs was kept.
public final class AnnouncedRound {
  private static final String KIND =
      "SET session_replication_role = replica; UPDATE platform.installation SET kind = '%s'";

  private final TestDatabase database;
  private final RoundsSample sample;

  public AnnouncedRound(TestDatabase database, RoundsSample sample) {
    this.database = database;
    this.sample = sample;
  }

  /// A round that counts as real, although only a demo lets a test move the clock.
  public UUID real(int home) {
    return with(asReal(sample::round), captives("pow", home));
  }

  public UUID real(int military, int civilian) {
    return with(asReal(sample::round), both(military, civilian));
  }

  public UUID invented(int military, int civilian) {
    return with(sample.round(), both(military, civilian));
  }

  /// What is not of a round counts as real too, if it is read meanwhile.
  public <T> T asReal(Supplier<T> work) {
    database.superuser().sql(KIND.formatted("real")).update();
    try {
      return work.get();
    } finally {
      database.superuser().sql(KIND.formatted("demo")).update();
    }
  }

  /// Outcomes of those who came home in the round.
  public List<UUID> home(UUID round) {
    return database
        .superuser()
        .sql("SELECT id FROM exchange.outcome WHERE round_id = ? AND side = 'awaited' ORDER BY id")
        .param(round)
        .query(UUID.class)
        .list();
  }

  /// Takes an outcome out of the count with the signatures of two agencies.
  public UUID correct(UUID outcome) {
    UUID correction = sample.correction(outcome);
    sample.signTwice("correction", correction);
    return correction;
  }

  private List<UUID> both(int military, int civilian) {
    return Stream.concat(
            captives("pow", military).stream(), captives("civilian-detained", civilian).stream())
        .toList();
  }

  private List<UUID> captives(String category, int count) {
    return Stream.generate(() -> captive(category)).limit(count).toList();
  }

  private UUID captive(String category) {
    UUID id = sample.reported(category, "ordinary");
    sample.record(id, "confirmed", "icrc");
    return id;
  }

  private UUID with(UUID round, List<UUID> captives) {
    UUID block = sample.block(round, 1, captives.size());
    UUID offer = sample.slot(block, sample.offered());
    captives.forEach(captive -> sample.slot(block, captive));
    sample.propose(round);
    sample.answerEqually(round);
    List.of("agreed", "preparing", "executing").forEach(state -> sample.move(round, state));
    UUID handover = sample.atTheLine(round);
    List<UUID> slots = sample.slots(round);
    slots.forEach(slot -> sample.cross(slot, handover, slot.equals(offer) ? "yes" : "", true));
    sample.sign(handover);
    slots.forEach(slot -> sample.outcome(slot, handover, "delivered", null));
    sample.move(round, "executed");
    sample.announce(round);
    return round;
  }
}

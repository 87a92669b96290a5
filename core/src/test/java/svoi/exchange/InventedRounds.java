package svoi.exchange;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import svoi.platform.TestDatabase;

/// A database with invented rounds, one for a class of tests; the clock is put back after each.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InventedRounds {
  protected TestDatabase database;
  protected RoundsSample sample;

  @BeforeAll
  final void create() {
    database = fresh();
    sample = RoundsSample.in(database);
  }

  /// A new database for this class.
  TestDatabase fresh() {
    return TestDatabase.create();
  }

  @AfterAll
  final void drop() {
    database.close();
  }

  @AfterEach
  final void resetClock() {
    database.moveClock(Duration.ZERO);
  }

  protected static String code(Runnable act) {
    return RoundsSample.code(act);
  }

  /// How many rows of the module's table stand where the condition says.
  protected int count(String table, String where, UUID id) {
    return sample.one(
        Integer.class, "SELECT count(*) FROM exchange.%s WHERE %s = ?".formatted(table, where), id);
  }
}

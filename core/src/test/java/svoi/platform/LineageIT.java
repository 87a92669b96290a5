package svoi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a restore from a dump brings with it from another cluster.
class LineageIT {
  private static final String EVERYTHING = "everything";

  private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
  private TestDatabase database;

  @BeforeEach
  void create() throws SQLException {
    database = TestDatabase.create();
    Schema.settle(database.as(Role.OWNER).source());
    database
        .superuser()
        .sql("INSERT INTO platform.publication_log (xid, person_id) VALUES ('99999999', ?)")
        .param(UUID.randomUUID())
        .update();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void inItsOwnClusterTheLogIsKept() throws SQLException {
    assertThat(Schema.settle(database.as(Role.OWNER).source())).isFalse();
    assertThat(rows()).isOne();
  }

  @Test
  void numbersOfAnotherClusterAreEmptiedAtTheFirstStart() throws SQLException {
    database.superuser().sql("UPDATE platform.cluster SET identifier = 1").update();

    assertThat(Schema.settle(database.as(Role.OWNER).source())).isTrue();
    assertThat(rows()).isZero();
    assertThat(Schema.settle(database.as(Role.OWNER).source())).isFalse();
  }

  @Test
  void aRunningProcessThatSeesAnotherLineageTakesNothingForKnown() throws Exception {
    try (PublicationFeed feed =
        new PublicationFeed(database.as(Role.SITE).source(), new DatabaseClock())) {
      feed.subscribe(new Remembering());
      feed.start();
      assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo(EVERYTHING);

      database
          .superuser()
          .sql(
              "CREATE OR REPLACE FUNCTION platform.lineage() RETURNS text LANGUAGE sql AS 'SELECT ''other'''")
          .update();

      String next = told.poll(5, TimeUnit.SECONDS);
      while (next != null && !next.equals(EVERYTHING)) {
        next = told.poll(5, TimeUnit.SECONDS);
      }
      assertThat(next).isEqualTo(EVERYTHING);
    }
  }

  private long rows() {
    return database
        .superuser()
        .sql("SELECT count(*) FROM platform.publication_log")
        .query(Long.class)
        .single();
  }

  private final class Remembering implements PublicationFeed.Listener {
    @Override
    public void changed(Set<UUID> personIds) {
      told.add("some");
    }

    @Override
    public void everythingChanged() {
      told.add(EVERYTHING);
    }
  }
}

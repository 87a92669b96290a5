package svoi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import svoi.platform.Role;
import svoi.platform.TestDatabase;

class AuditTrailIT {
  private TestDatabase database;
  private AuditTrail trail;

  @BeforeEach
  void create() {
    database = TestDatabase.create();
    trail = new AuditTrail(database.as(Role.DESK).jdbc());
    for (int i = 0; i < 5; i++) {
      trail.append("test", "audit.test", List.of(UUID.randomUUID(), UUID.randomUUID()), "n" + i);
    }
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void theChainHolds() {
    assertThat(trail.verify().entries()).isEqualTo(5);
    assertThat(trail.verify().brokenAt()).isEmpty();
  }

  @Test
  void anEntryChangedBehindTheProgramsBackIsFound() {
    tamper("UPDATE audit.entry SET detail = 'other' WHERE seq = 3");

    assertThat(trail.verify().brokenAt()).hasValue(3);
  }

  @Test
  void anEntryTakenOutIsFound() {
    tamper("DELETE FROM audit.entry WHERE seq = 2");

    assertThat(trail.verify().brokenAt()).hasValue(3);
  }

  @Test
  void theDeskCanNeitherWriteNorChangeEntriesByItself() {
    for (String sql :
        List.of(
            "UPDATE audit.entry SET detail = ''",
            "DELETE FROM audit.entry",
            "UPDATE audit.head SET seq = 0")) {
      assertThatThrownBy(() -> database.as(Role.DESK).jdbc().sql(sql).update())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void evenTheOwnerIsRefusedAChange() {
    assertThatThrownBy(() -> database.as(Role.OWNER).jdbc().sql("DELETE FROM audit.entry").update())
        .hasMessageContaining("append-only");
  }

  private void tamper(String sql) {
    database.superuser().sql("ALTER TABLE audit.entry DISABLE TRIGGER USER").update();
    database.superuser().sql(sql).update();
    database.superuser().sql("ALTER TABLE audit.entry ENABLE TRIGGER USER").update();
  }
}

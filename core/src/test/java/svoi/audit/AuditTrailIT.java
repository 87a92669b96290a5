package svoi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.platform.PersonKeys;
import svoi.platform.Role;
import svoi.platform.TestDatabase;

/// Scenario 37: nobody changes the log unseen.
class AuditTrailIT {
  private final UUID person = UUID.randomUUID();
  private TestDatabase database;
  private PersonKeys keys;
  private AuditTrail trail;
  private Anchors anchors;
  @TempDir private Path folder;

  @BeforeEach
  void create() {
    database = TestDatabase.create();
    keys = new PersonKeys(database.as(Role.DESK).jdbc(), new byte[32]);
    trail = new AuditTrail(database.as(Role.DESK).jdbc(), keys);
    anchors = new Anchors(folder, new byte[32]);
    for (int i = 0; i < 5; i++) {
      trail.append("test", "audit.test", List.of(UUID.randomUUID(), UUID.randomUUID()), "n" + i);
    }
    trail.appendSealed("test", "audit.change", person, "n5", "family: Вигаданець -> Зразкова");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void theChainHolds() {
    assertThat(trail.verify().entries()).isEqualTo(6);
    assertThat(trail.verify().brokenAt()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at = at + interval '1 microsecond'",
        "actor = 'other'",
        "action = 'audit.other'",
        "subjects = subjects || gen_random_uuid()",
        "detail = 'other'",
        "hash = sha256(hash)",
        "previous = sha256(previous)",
        "payload_hash = sha256(hash)"
      })
  void anEntryChangedBehindTheProgramsBackIsNamed(String change) {
    tamper("entry", "UPDATE audit.entry SET " + change + " WHERE seq = 3");

    assertThat(trail.verify().brokenAt()).hasValue(3);
  }

  @Test
  void anEntryTakenOutIsFound() {
    tamper("entry", "DELETE FROM audit.entry WHERE seq = 2");

    assertThat(trail.verify().brokenAt()).hasValue(3);
  }

  @Test
  void aTailCutOffIsFoundByTheHead() {
    tamper("payload", "DELETE FROM audit.payload");
    tamper("entry", "DELETE FROM audit.entry WHERE seq > 4");

    assertThat(trail.verify().brokenAt()).hasValue(5);
  }

  @Test
  void aHeadSetBackIsFound() {
    database.superuser().sql("UPDATE audit.head SET seq = 4").update();

    assertThat(trail.verify().brokenAt()).hasValue(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM audit.payload",
        "UPDATE audit.payload SET sealed = sealed || '\\x00'"
      })
  void aPayloadChangedOrTakenOutIsNamed(String sql) {
    tamper("payload", sql);

    assertThat(trail.verify().brokenAt()).hasValue(6);
  }

  @Test
  void aTailCutOffTogetherWithTheHeadIsFoundByTheAnchor() {
    anchors.write(trail);
    cutOffAfter(4);

    assertThat(trail.verify().brokenAt()).isEmpty();
    assertThat(anchors.check(trail)).get().extracting(Anchors.Broken::seq).isEqualTo(6L);
  }

  @Test
  void aTailThatWasWrittenAnewIsFoundByTheAnchor() {
    anchors.write(trail);
    cutOffAfter(4);
    trail.append("test", "audit.test", List.of(), "other");
    trail.append("test", "audit.test", List.of(), "other");

    assertThat(trail.verify().brokenAt()).isEmpty();
    assertThat(anchors.check(trail)).get().extracting(Anchors.Broken::line).isEqualTo(1);
  }

  @Test
  void anchorsFitWhileTheLogGrowsAndStandStillWhileItDoesNot() {
    anchors.write(trail);
    anchors.write(trail);
    trail.append("test", "audit.test", List.of(), "more");
    anchors.write(trail);

    assertThat(anchors.count()).isEqualTo(2);
    assertThat(anchors.check(trail)).isEmpty();
  }

  @Test
  void anAnchorTakenOutOrChangedOrForgedIsFound() throws IOException {
    for (int i = 0; i < 3; i++) {
      trail.append("test", "audit.test", List.of(), "more" + i);
      anchors.write(trail);
    }
    Path file = folder.resolve("audit");
    List<String> lines = Files.readAllLines(file);

    Files.write(file, List.of(lines.get(0), lines.get(2)));
    assertThat(anchors.check(trail)).hasValue(new Anchors.Broken(2, 0, ""));
    Files.write(file, List.of(lines.get(0), lines.get(1).replace(" 8 ", " 7 ")));
    assertThat(anchors.check(trail)).hasValue(new Anchors.Broken(2, 0, ""));
    Files.delete(file);
    byte[] other = new byte[32];
    other[5] = 1;
    new Anchors(folder, other).write(trail);
    assertThat(anchors.check(trail)).hasValue(new Anchors.Broken(1, 0, ""));
  }

  @Test
  void erasingAPersonsKeyLeavesTheChainWhole() {
    AuditLog log = new AuditLog(database.as(Role.DESK).jdbc(), keys);
    assertThat(log.payload(6)).hasValue("family: Вигаданець -> Зразкова");

    keys.erase(person);

    assertThat(trail.verify().brokenAt()).isEmpty();
    assertThat(log.payload(6)).isEmpty();
  }

  @Test
  void anEntryWithoutPayloadIsHashedAsBeforeThereWerePayloads() {
    Long unlike =
        database
            .superuser()
            .sql(
                """
                SELECT count(*) FROM audit.entry WHERE payload_hash IS NULL
                  AND hash <> sha256(previous || convert_to(concat_ws(E'\\x1f', seq,
                    (extract(epoch FROM at) * 1000000)::bigint, actor, action,
                    array_to_string(subjects, ','), detail), 'UTF8'))
                """)
            .query(Long.class)
            .single();

    assertThat(unlike).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit.entry SET detail = ''",
        "DELETE FROM audit.entry",
        "TRUNCATE audit.entry CASCADE",
        "INSERT INTO audit.entry SELECT * FROM audit.v_entry",
        "UPDATE audit.payload SET sealed = ''",
        "DELETE FROM audit.payload",
        "INSERT INTO audit.payload SELECT * FROM audit.v_payload",
        "UPDATE audit.head SET seq = 0",
        "ALTER TABLE audit.entry DISABLE TRIGGER USER",
        "SELECT audit.chain('x', 'x.y', '{}', '', NULL)"
      })
  void theDeskCanNeitherWriteNorChangeEntriesByItself(String sql) {
    assertThatThrownBy(() -> database.as(Role.DESK).jdbc().sql(sql).update())
        .rootCause()
        .message()
        .containsAnyOf("permission denied", "must be owner");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SITE", "CONTACT"})
  void noOtherDoorReadsOrWritesTheLog(Role role) {
    for (String sql :
        List.of(
            "SELECT count(*) FROM audit.v_entry",
            "SELECT audit.append('x', 'x.y', '{}', '')",
            "SELECT audit.append_sealed('x', 'x.y', gen_random_uuid(), '', '')")) {
      assertThatThrownBy(() -> database.as(role).jdbc().sql(sql).query().singleRow())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE FROM audit.entry", "UPDATE audit.payload SET sealed = ''"})
  void evenTheOwnerIsRefusedAChange(String sql) {
    assertThatThrownBy(() -> database.as(Role.OWNER).jdbc().sql(sql).update())
        .hasMessageContaining("append-only");
  }

  private void cutOffAfter(long seq) {
    tamper("payload", "DELETE FROM audit.payload WHERE seq > " + seq);
    tamper("entry", "DELETE FROM audit.entry WHERE seq > " + seq);
    database
        .superuser()
        .sql(
            "UPDATE audit.head SET (seq, hash) = (SELECT seq, hash FROM audit.entry WHERE seq = ?)")
        .param(seq)
        .update();
  }

  private void tamper(String table, String sql) {
    String trigger = "ALTER TABLE audit." + table + " %s TRIGGER USER";
    database.superuser().sql(trigger.formatted("DISABLE")).update();
    database.superuser().sql(sql).update();
    database.superuser().sql(trigger.formatted("ENABLE")).update();
  }
}

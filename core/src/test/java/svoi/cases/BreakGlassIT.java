package svoi.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.audit.AuditLog;
import svoi.audit.AuditQuery;
import svoi.register.PublishedPerson;

/// Scenario 41: a place of detention opened without need to know.
class BreakGlassIT {
  private static final String REASON = "Захворіла мати особи, треба повідомити установу.";
  private static Held held;

  @BeforeAll
  static void create() {
    held = new Held();
  }

  @AfterAll
  static void drop() {
    held.desk.close();
  }

  @Test
  void withAWrittenReasonItOpensIsLoggedAndTheMonitorIsTold() {
    PersonId person = held.someone();
    UUID opening = UUID.randomUUID();

    BreakGlass.Outcome outcome = held.glass.open(person, opening, REASON, Desk.AUTHOR);

    assertThat(((BreakGlass.Outcome.Opened) outcome).places())
        .extracting(Detention::institution)
        .containsExactly(held.colony);
    AuditLog log = new AuditLog(held.desk.desk.jdbc(), held.keys);
    AuditLog.Item entry = log.find(AuditQuery.ALL.doing("cases.break-glass"), 1).items().getFirst();
    assertThat(entry.actor()).isEqualTo(Desk.AUTHOR.actor());
    assertThat(entry.detail()).isEqualTo(opening.toString());
    assertThat(log.payload(entry.seq())).contains(REASON);
    assertThat(held.glass.unseen(PublishedPerson.OMBUDSMAN))
        .filteredOn(told -> told.id().equals(opening))
        .singleElement()
        .satisfies(told -> assertThat(told.reason()).contains(REASON));
  }

  @Test
  void oneFormOpensOnce() {
    PersonId person = held.someone();
    UUID opening = UUID.randomUUID();
    held.glass.open(person, opening, REASON, Desk.AUTHOR);

    assertThat(held.glass.open(person, opening, REASON, Desk.AUTHOR))
        .isEqualTo(refused("break_glass.used_up"));
  }

  @Test
  void aReasonIsASentence() {
    PersonId person = held.someone();

    assertThat(open(person, "   ")).isEqualTo(refused("break_glass.reason_required"));
    assertThat(open(person, "треба . . . . . . . . . . . . . 1234567890"))
        .isEqualTo(refused("break_glass.reason_too_short"));
    assertThat(open(person, "дуже ".repeat(101))).isEqualTo(refused("break_glass.reason_too_long"));
  }

  @Test
  void onlyTheMonitorReadsTheReasonAndEndsTheTask() {
    PersonId person = held.someone();
    UUID id = UUID.randomUUID();
    held.glass.open(person, id, REASON, Desk.AUTHOR);
    assertThatThrownBy(() -> held.glass.find(id, Desk.AUTHOR)).hasMessage("right.read-audit");
    assertThatThrownBy(() -> held.glass.unseen(PublishedPerson.VERIFIER))
        .hasMessage("right.read-audit");

    BreakGlass.Opening opening = held.glass.find(id, PublishedPerson.OMBUDSMAN).orElseThrow();
    held.glass.seen(opening, PublishedPerson.OMBUDSMAN);

    assertThat(held.glass.find(id, PublishedPerson.OMBUDSMAN).orElseThrow().seen()).isTrue();
    assertThat(held.glass.unseen(PublishedPerson.OMBUDSMAN))
        .extracting(BreakGlass.Opening::id)
        .doesNotContain(id);
  }

  @Test
  void manyInAnHourAlarmTheMonitorAndAreNotBlocked() {
    PersonId person = held.someone();
    for (int i = 0; i < 5; i++) {
      assertThat(held.glass.open(person, UUID.randomUUID(), REASON, Held.OTHER_LIAISON))
          .isInstanceOf(BreakGlass.Outcome.Opened.class);
    }

    assertThat(held.glass.alarms(PublishedPerson.OMBUDSMAN))
        .filteredOn(alarm -> alarm.openedBy().equals(Held.OTHER_LIAISON.actor()))
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.withinHour()).isEqualTo(5));
  }

  @Test
  void theReasonGoesWithThePersonsKeyAndTheOpeningStays() {
    PersonId person = held.someone();
    UUID id = UUID.randomUUID();
    held.glass.open(person, id, REASON, Desk.AUTHOR);

    held.keys.erase(person.value());

    assertThat(held.glass.find(id, PublishedPerson.OMBUDSMAN).orElseThrow().reason())
        .isEqualTo(Optional.empty());
    assertThat(held.glass.open(person, UUID.randomUUID(), REASON, Desk.AUTHOR))
        .isEqualTo(new BreakGlass.Outcome.Refused(new Finding("detention.erased", "")));
  }

  @Test
  void theDatabaseRefusesAnOpeningWithoutAReasonAndAnyChangeOfOne() {
    PersonId person = held.someone();
    held.glass.open(person, UUID.randomUUID(), REASON, Desk.AUTHOR);
    String of = " WHERE person_id = '" + person.value() + "'";

    assertThat(add(person, "NULL")).isEqualTo("missing-reason");
    assertThat(add(person, "''")).isEqualTo("break-glass-reason-given");
    for (String change :
        List.of(
            "UPDATE cases.break_glass SET reason = reason" + of,
            "DELETE FROM cases.break_glass" + of)) {
      assertThat(Refusals.of(held, change)).isEqualTo("denied");
      assertThat(Refusals.ofOwner(held, change)).isEqualTo("break-glass-is-append-only");
    }
  }

  @Test
  void theDatabaseLetsOnlyAMonitorMarkItAsSeen() {
    PersonId person = held.someone();
    UUID id = UUID.randomUUID();
    held.glass.open(person, id, REASON, Desk.AUTHOR);

    assertThat(
            Refusals.of(
                held,
                "INSERT INTO cases.break_glass_seen (opening_id, seen_by) VALUES ('"
                    + id
                    + "', '"
                    + Desk.AUTHOR.id().value()
                    + "')"))
        .isEqualTo("break-glass-seen-by-a-monitor");
  }

  private static BreakGlass.Outcome open(PersonId person, String reason) {
    return held.glass.open(person, UUID.randomUUID(), reason, Desk.AUTHOR);
  }

  private static BreakGlass.Outcome refused(String code) {
    return new BreakGlass.Outcome.Refused(new Finding(code, "reason"));
  }

  private static String add(PersonId person, String reason) {
    String row =
        "gen_random_uuid(), '" + person.value() + "', '" + Desk.AUTHOR.id().value() + "', ";
    return Refusals.of(
        held,
        "INSERT INTO cases.break_glass (id, person_id, opened_by, reason) VALUES ("
            + row
            + reason
            + ")");
  }
}

package svoi.exchange;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditTrail;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.register.PublishedPerson;
import svoi.staff.Member;
import svoi.staff.Staff;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// Makes invented awaited and offered persons under the desk's own role: nothing here passes a rule
/// by. For rounds there is [RoundsSample].
public class PeopleSample {
  public static final Member OFFICER = member("coordination-hq", StaffRole.ROUND_OFFICER);
  public static final Member SECOND = member("sbu", StaffRole.ROUND_OFFICER);
  public static final Member SAME_AGENCY =
      member("coordination-hq", StaffRole.ROUND_OFFICER, "colleague");
  public static final Member RETURNS = member("ombudsman", StaffRole.RETURN_OFFICER);

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final TestDatabase database;
  final JdbcClient jdbc;

  PeopleSample(TestDatabase database) {
    this.database = database;
    Database desk = database.as(Role.DESK);
    this.jdbc = desk.jdbc();
    Staff staff = new Staff(jdbc, new AuditTrail(jdbc));
    List.of(OFFICER, SECOND, SAME_AGENCY, RETURNS, PublishedPerson.VERIFIER).forEach(staff::add);
  }

  private static Member member(String agency, StaffRole role) {
    return member(agency, role, "");
  }

  private static Member member(String agency, StaffRole role, String which) {
    byte[] name = ("exchange:" + agency + role + which).getBytes(StandardCharsets.UTF_8);
    return new Member(new StaffId(UUID.nameUUIDFromBytes(name)), agency, Set.of(role));
  }

  /// Runs one statement as the desk's role.
  public int run(String sql, @Nullable Object... values) {
    return jdbc.sql(sql).params(values).update();
  }

  public <T> T one(Class<T> type, String sql, Object... values) {
    return jdbc.sql(sql).params(values).query(type).single();
  }

  /// The stable code with which `act` is refused; empty if it is not.
  public static String code(Runnable act) {
    try {
      act.run();
      return "";
    } catch (DataIntegrityViolationException e) {
      return ExchangeRule.code(e);
    }
  }

  public LocalDate today() {
    return one(LocalDate.class, "SELECT platform.today()");
  }

  /// Inserts a row with a new id, signed by [#OFFICER] in the columns named `by` and `agency`.
  final UUID add(String table, Map<String, Object> values) {
    UUID id = UUID.randomUUID();
    List<String> columns = values.keySet().stream().sorted().toList();
    Object[] all = new Object[columns.size() + 1];
    all[0] = id;
    for (int i = 0; i < columns.size(); i++) {
      all[i + 1] = values.get(columns.get(i));
    }
    run(
        "INSERT INTO exchange.%s (id, %s) VALUES (?%s)"
            .formatted(table, String.join(", ", columns), ", ?".repeat(columns.size())),
        all);
    return id;
  }

  /// Somebody who is sought; captivity not confirmed yet.
  public UUID reported(String category, String condition) {
    int number = NUMBER.incrementAndGet();
    UUID id = UUID.randomUUID();
    run(
        """
        INSERT INTO exchange.awaited (id, sex, family_uk, given_uk, family_ru, given_ru, family_latin, given_latin,
          born_on, category, condition, held_since, entered_by, agency)
        VALUES (?, 'm', 'Вигаданець', 'Тест', 'Выдуманец', 'Тест', 'Vyhadanets', 'Test', ?, ?, ?,
          platform.today() - ?, ?, ?)
        """,
        id,
        category.equals("child") ? today().minusYears(9) : LocalDate.of(1990, 1, 1),
        category,
        condition,
        300 + number % 400,
        OFFICER.id().value(),
        OFFICER.agency());
    return id;
  }

  /// Says what became known of an awaited person.
  public void record(UUID awaited, String state, String source) {
    run(
        """
        INSERT INTO exchange.awaited_event (awaited_id, state, source, evidence_sha256, recorded_by, agency)
        VALUES (?, ?, nullif(?, ''), sha256('evidence'), ?, ?)
        """,
        awaited,
        state,
        source,
        OFFICER.id().value(),
        OFFICER.agency());
  }

  /// A prisoner of war whose captivity is confirmed.
  public UUID awaited() {
    UUID id = reported("pow", "ordinary");
    record(id, "confirmed", "icrc");
    return id;
  }

  /// A convicted person with a public profile and consents, registered as one who may be offered.
  public UUID registered(PersonId person) {
    return add(
        "offered",
        Map.of(
            "kind", "convicted",
            "person_id", person.value(),
            "entered_by", OFFICER.id().value(),
            "agency", OFFICER.agency()));
  }

  /// A Russian prisoner of war of whom nothing is known yet but the name.
  public UUID captive() {
    UUID id =
        add(
            "offered",
            Map.of(
                "kind", "russian-pow",
                "entered_by", OFFICER.id().value(),
                "agency", OFFICER.agency()));
    run(
        """
        INSERT INTO exchange.offered_captive (offered_id, kind, legal_status, sex, family_uk, given_uk, family_ru,
          given_ru, family_latin, given_latin, born_on, held_since)
        VALUES (?, 'russian-pow', 'prisoner-of-war', 'm', 'Умовний', 'Приклад', 'Условный', 'Пример', 'Umovnyi',
          'Pryklad', '1991-02-03', platform.today() - 200)
        """,
        id);
    return id;
  }

  /// Asks and examines until nothing is missing but a legal instrument.
  public void examine(UUID offered) {
    UUID officer = OFFICER.id().value();
    identify(offered, UUID.randomUUID().toString());
    fear(offered, "no");
    fitness(offered, "fit");
    if (!one(String.class, "SELECT kind FROM exchange.offered WHERE id = ?", offered)
        .equals("convicted")) {
      run(
          """
          INSERT INTO exchange.wish (id, offered_id, kind, says, in_private, language, asked_by)
          SELECT gen_random_uuid(), id, kind, true, true, 'ru', ? FROM exchange.offered WHERE id = ?
          """,
          officer,
          offered);
    }
  }

  /// Two documents were checked; `document` stands for the main one.
  public void identify(UUID participant, String document) {
    run(
        """
        INSERT INTO exchange.identity_check (id, participant_id, documents, identity_hash, checked_by, agency)
        VALUES (gen_random_uuid(), ?, '{passport,fingerprints}', sha256(convert_to(?, 'UTF8')), ?, ?)
        """,
        participant,
        document,
        OFFICER.id().value(),
        OFFICER.agency());
  }

  public void fear(UUID offered, String answer) {
    run(
        """
        INSERT INTO exchange.fear_interview (id, offered_id, answer, in_private, language, held_by)
        VALUES (gen_random_uuid(), ?, ?, true, 'uk', ?)
        """,
        offered,
        answer,
        OFFICER.id().value());
  }

  public void fitness(UUID offered, String result) {
    run(
        """
        INSERT INTO exchange.fitness (id, offered_id, result, examined_on, valid_until, doctor_role, entered_by)
        VALUES (gen_random_uuid(), ?, ?, platform.today(), platform.today() + 30, 'prison-doctor', ?)
        """,
        offered,
        result,
        OFFICER.id().value());
  }

  /// Requests an instrument and follows it as far as `last`.
  public UUID instrument(UUID offered, String kind, String last) {
    UUID id =
        add(
            "legal_instrument",
            Map.of(
                "offered_id",
                offered,
                "kind",
                kind,
                "requested_by",
                OFFICER.id().value(),
                "agency",
                OFFICER.agency()));
    for (String state : List.of("filed", "granted", "in-force")) {
      if (last.equals("requested")) {
        break;
      }
      run(
          """
          INSERT INTO exchange.instrument_event (instrument_id, state, body, number, decided_on, file_sha256,
            in_force_from, recorded_by, agency)
          VALUES (?, ?, 'Умовний суд', '1-1/26', platform.today(), sha256('ruling'),
            CASE ? WHEN 'in-force' THEN platform.today() END, ?, ?)
          """,
          id,
          state,
          state,
          OFFICER.id().value(),
          OFFICER.agency());
      if (state.equals(last)) {
        break;
      }
    }
    return id;
  }

  /// Said again in private, just now, that the consent to exchange stands.
  public void reconfirm(UUID offered) {
    run(
        """
        INSERT INTO consent.reconfirmation (act_id, person_id, confirmed_by)
        SELECT c.id, c.person_id, ? FROM consent.v_in_force c
        JOIN exchange.offered o ON o.person_id = c.person_id
        WHERE c.scope = 'exchange' AND o.id = ?
        """,
        PublishedPerson.VERIFIER.id().value(),
        offered);
  }

  /// A convicted person to whom nothing is missing for a handover today.
  public UUID offered() {
    return offered(today().minusDays(20));
  }

  /// The same, with a consent of that day.
  public UUID offered(LocalDate consentOn) {
    UUID id = registered(PublishedPerson.in(database).consentOn(consentOn).create().person());
    examine(id);
    instrument(id, "art-84-1", "in-force");
    reconfirm(id);
    return id;
  }
}

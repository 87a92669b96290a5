package svoi.exchange.offers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.exchange.OfferedId;
import svoi.exchange.OfferedKind;
import svoi.platform.Database;
import svoi.platform.PersonKeys;
import svoi.platform.Vault;
import svoi.staff.Member;
import svoi.staff.Right;

/// Recording that a convicted person may be offered, and reading how each of the offered stands.
public final class Offers {
  private static final String REGISTER =
      """
      INSERT INTO exchange.offered (id, kind, person_id, entered_by, agency) VALUES (?, 'convicted', ?, ?, ?)
      ON CONFLICT ON CONSTRAINT offered_once DO NOTHING
      """;
  private static final String OF_PERSON = "SELECT id FROM exchange.offered WHERE person_id = ?";
  private static final String CONSENTS =
      "SELECT EXISTS (SELECT FROM consent.v_in_force WHERE person_id = ? AND scope = 'exchange')";
  private static final String FIND =
      """
      SELECT v.id, v.kind, v.person_id, v.family_uk, v.given_uk, v.patronymic_uk, v.family_ru, v.given_ru,
             v.patronymic_ru, v.family_latin, v.given_latin, v.born_on, v.waiting_since, v.willing_until,
             v.reconfirmed_at, v.round_id, v.crossed,
             CASE WHEN v.fear IS NULL THEN 'NOT_ASKED' WHEN v.fears THEN 'OPEN' ELSE 'SETTLED' END AS fear_state,
             s.legal_status,
             ARRAY(SELECT a.kind FROM exchange.allowed_instrument a WHERE a.legal_status = s.legal_status) AS allowed
      FROM exchange.v_offer v
      CROSS JOIN LATERAL (
        SELECT coalesce((SELECT c.legal_status FROM exchange.offered_captive c WHERE c.offered_id = v.id),
                 CASE WHEN EXISTS (SELECT FROM cases.v_proceeding k WHERE k.person_id = v.person_id AND k.in_force)
                      THEN 'convicted' ELSE 'accused' END) AS legal_status) s
      WHERE v.id = ?
      """;
  private static final String HISTORY =
      """
      SELECT x.at, x.what, x.agency FROM (
        SELECT o.entered_at AS at, 'entered' AS what, o.agency FROM exchange.offered o WHERE o.id = :id
        UNION ALL SELECT i.checked_at, 'identity', i.agency FROM exchange.identity_check i WHERE i.participant_id = :id
        UNION ALL SELECT f.entered_at, 'fitness.' || f.result, m.agency
          FROM exchange.fitness f JOIN staff.v_member m ON m.id = f.entered_by WHERE f.offered_id = :id
        UNION ALL SELECT i.held_at, 'fear-asked', m.agency
          FROM exchange.fear_interview i JOIN staff.v_member m ON m.id = i.held_by WHERE i.offered_id = :id
        UNION ALL SELECT n.noted_at, 'fear-noted', m.agency
          FROM exchange.fear_note n JOIN staff.v_member m ON m.id = n.noted_by WHERE n.offered_id = :id
        UNION ALL SELECT w.asked_at, CASE WHEN w.says THEN 'wish.yes' ELSE 'wish.no' END, m.agency
          FROM exchange.wish w JOIN staff.v_member m ON m.id = w.asked_by WHERE w.offered_id = :id
        UNION ALL SELECT b.placed_at, 'bar.placed', b.agency FROM exchange.bar b WHERE b.offered_id = :id
        UNION ALL SELECT b.lifted_at, 'bar.lifted', b.lifted_agency FROM exchange.bar b
          WHERE b.offered_id = :id AND b.lifted_at IS NOT NULL
        UNION ALL SELECT e.recorded_at, 'instrument.' || e.state, e.agency FROM exchange.instrument_event e
          JOIN exchange.legal_instrument l ON l.id = e.instrument_id WHERE l.offered_id = :id
        UNION ALL SELECT e.recorded_at, 'slot.' || e.state, '' FROM exchange.slot_event e
          JOIN exchange.slot s ON s.id = e.slot_id WHERE s.participant_id = :id AND e.state IN ('planned', 'dropped')) x
      ORDER BY x.at DESC, x.what LIMIT 100
      """;

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;
  private final Availability availability;
  private final Examinations examinations;
  private final Instruments instruments;

  public Offers(Database database, AuditSink audit, PersonKeys keys, Vault vault) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
    this.availability = new Availability(database, audit);
    this.examinations = new Examinations(database, audit, keys, vault);
    this.instruments = new Instruments(database, audit, vault);
  }

  /// Records that a convicted person may be offered. Whoever is recorded already stays so.
  public Noted register(PersonId person, Member by) {
    by.needs(Right.EDIT_OFFERS);
    return Noted.keepingRules(
        database,
        () -> {
          int added =
              jdbc.sql(REGISTER)
                  .params(UUID.randomUUID(), person.value(), by.id().value(), by.agency())
                  .update();
          OfferedId id = of(person).orElseThrow();
          if (added == 1) {
            audit.append(
                by.actor(), "exchange.offer-register", Set.of(person.value(), id.value()), "");
          }
          return new Noted.Done(id.value());
        });
  }

  /// Under which id a convicted person may be offered; empty while nobody recorded it.
  public Optional<OfferedId> of(PersonId person) {
    return jdbc.sql(OF_PERSON)
        .param(person.value())
        .query(UUID.class)
        .optional()
        .map(OfferedId::new);
  }

  /// Whether the person's consent to exchange is in force: then the list of available persons
  /// names them, recorded or not.
  public boolean consents(PersonId person) {
    return jdbc.sql(CONSENTS).param(person.value()).query(Boolean.class).single();
  }

  /// One who may be offered, as they stand for a handover on `day`; the log says who looked.
  public Optional<OfferFile> find(OfferedId id, LocalDate day, Member by) {
    by.needs(Right.READ_OFFERS);
    Optional<OfferFile> found =
        database.inTransaction(
            () -> jdbc.sql(FIND).param(id.value()).query((row, n) -> file(row, day)).optional());
    found.ifPresent(
        file -> {
          UUID person = file.person();
          Set<UUID> ids = person == null ? Set.of(id.value()) : Set.of(id.value(), person);
          audit.append(by.actor(), "exchange.offer-read", ids, "");
        });
    return found;
  }

  private OfferFile file(ResultSet row, LocalDate day) throws SQLException {
    OfferedId id = new OfferedId(row.getObject("id", UUID.class));
    String latin = row.getString("family_latin");
    return new OfferFile(
        id,
        OfferedKind.of(row.getString("kind")).orElseThrow(),
        row.getObject("person_id", UUID.class),
        Rows.name(row, "family_uk", "given_uk", "patronymic_uk"),
        Rows.name(row, "family_ru", "given_ru", "patronymic_ru"),
        latin == null ? "" : latin + " " + row.getString("given_latin"),
        row.getObject("born_on", LocalDate.class),
        Objects.requireNonNull(row.getString("legal_status")),
        row.getObject("waiting_since", LocalDate.class),
        row.getObject("willing_until", LocalDate.class),
        Rows.instant(row, "reconfirmed_at"),
        OfferFile.FearState.valueOf(row.getString("fear_state")),
        row.getObject("round_id", UUID.class),
        row.getBoolean("crossed"),
        availability.of(id, day),
        examinations.fitness(id),
        examinations.identity(id),
        examinations.bars(id),
        instruments.of(id),
        Set.copyOf(Arrays.asList((String[]) row.getArray("allowed").getArray())),
        history(id));
  }

  private List<OfferFile.Past> history(OfferedId id) {
    return jdbc.sql(HISTORY)
        .param("id", id.value())
        .query(
            (row, n) ->
                new OfferFile.Past(
                    Objects.requireNonNull(Rows.instant(row, "at")),
                    row.getString("what"),
                    row.getString("agency")))
        .list();
  }
}

package svoi.exchange.offers;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.cases.Finding;
import svoi.cases.IndexedNames;
import svoi.cases.NameCheck;
import svoi.exchange.OfferedId;
import svoi.exchange.OfferedKind;
import svoi.names.PersonName;
import svoi.platform.Database;
import svoi.platform.PersonKeys;
import svoi.staff.Member;
import svoi.staff.Right;

/// Entering and correcting those who may be offered without being convicted here.
public final class Captives {
  /// As the database's comment on the column says.
  private static final String PURPOSE = "exchange.service";

  private static final String OFFER =
      """
      INSERT INTO exchange.offered (id, kind, entered_by, agency) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING
      """;
  private static final String ADD =
      """
      INSERT INTO exchange.offered_captive (legal_status, sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru,
        patronymic_ru, family_latin, given_latin, born_on, held_since, held_until, died_on, service_sealed, offered_id, kind)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String SAVE =
      """
      UPDATE exchange.offered_captive SET legal_status = ?, sex = ?, family_uk = ?, given_uk = ?, patronymic_uk = ?,
        family_ru = ?, given_ru = ?, patronymic_ru = ?, family_latin = ?, given_latin = ?, born_on = ?, held_since = ?,
        held_until = ?, died_on = ?, service_sealed = ?
      WHERE offered_id = ? AND version = ?
      """;
  private static final String FIND =
      """
      SELECT offered_id, kind, legal_status, sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru,
             family_latin, given_latin, born_on, held_since, held_until, died_on, service_sealed, version
      FROM exchange.offered_captive WHERE offered_id = ?
      """;

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;
  private final PersonKeys keys;

  public Captives(Database database, AuditSink audit, PersonKeys keys) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
    this.keys = keys;
  }

  /// A captive as stored.
  public record Stored(Captive captive, int version) {}

  /// What must be corrected before it can be saved.
  public static List<Finding> check(Captive captive, LocalDate today) {
    List<Finding> findings = new ArrayList<>(NameCheck.findings(captive.sex(), captive.name()));
    findings.addAll(NameCheck.latin(captive.familyLatin(), "familyLatin"));
    findings.addAll(NameCheck.latin(captive.givenLatin(), "givenLatin"));
    LocalDate until = captive.heldUntil();
    LocalDate died = captive.diedOn();
    require(findings, captive.kind() != OfferedKind.CONVICTED, "captive-of-its-kind", "kind");
    require(
        findings,
        Set.of("prisoner-of-war", "accused", "convicted").contains(captive.legalStatus()),
        "captive-legal-status-known",
        "legalStatus");
    require(
        findings,
        !captive.heldSince().isAfter(today),
        "captive-held-is-not-in-the-future",
        "heldSince");
    require(
        findings,
        !captive.heldSince().isBefore(captive.bornOn().plusYears(18)),
        "person.minor",
        "bornOn");
    require(
        findings,
        until == null || !until.isBefore(captive.heldSince()),
        "captive-held-in-order",
        "heldUntil");
    require(
        findings,
        died == null || (!died.isBefore(captive.heldSince()) && !died.isAfter(today)),
        "captive-held-in-order",
        "diedOn");
    require(
        findings,
        captive.service().length() <= Captive.SERVICE_LENGTH,
        "captive-service-is-short",
        "service");
    return findings;
  }

  private static void require(List<Finding> findings, boolean holds, String code, String field) {
    if (!holds) {
      findings.add(new Finding(code, field));
    }
  }

  /// Enters a captive.
  ///
  /// @param id made for the form: what is sent twice is entered once
  public Noted enter(OfferedId id, Captive captive, LocalDate today, Member by) {
    by.needs(Right.EDIT_OFFERS);
    List<Finding> findings = check(captive, today);
    if (!findings.isEmpty()) {
      return new Noted.Refused(findings);
    }
    return Noted.keepingRules(
        database,
        () -> {
          int added =
              jdbc.sql(OFFER)
                  .params(id.value(), captive.kind().code(), by.id().value(), by.agency())
                  .update();
          if (added == 1) {
            values(jdbc.sql(ADD), id, captive)
                .param(id.value())
                .param(captive.kind().code())
                .update();
            audit.append(by.actor(), "exchange.captive-enter", Set.of(id.value()), "");
          }
          return new Noted.Done(id.value());
        });
  }

  /// Corrects a captive. The kind stays: it decides what is asked of whom.
  ///
  /// @param version that the officer saw
  public Noted save(OfferedId id, int version, Captive captive, LocalDate today, Member by) {
    by.needs(Right.EDIT_OFFERS);
    List<Finding> findings = check(captive, today);
    if (!findings.isEmpty()) {
      return new Noted.Refused(findings);
    }
    return Noted.keepingRules(
        database,
        () -> {
          int saved = values(jdbc.sql(SAVE), id, captive).param(id.value()).param(version).update();
          if (saved == 0) {
            return new Noted.Stale();
          }
          audit.append(by.actor(), "exchange.captive-save", Set.of(id.value()), "");
          return new Noted.Done(id.value());
        });
  }

  /// The captive; empty for a convicted person or nobody. The log says who looked.
  public Optional<Stored> find(OfferedId id, Member by) {
    by.needs(Right.READ_OFFERS);
    Optional<Stored> found =
        jdbc.sql(FIND).param(id.value()).query((row, n) -> stored(row)).optional();
    if (found.isPresent()) {
      audit.append(by.actor(), "exchange.captive-read", Set.of(id.value()), "");
    }
    return found;
  }

  private JdbcClient.StatementSpec values(
      JdbcClient.StatementSpec sql, OfferedId id, Captive captive) {
    PersonName name = captive.name();
    return sql.param(captive.legalStatus())
        .param(captive.sex())
        .param(name.familyUk())
        .param(name.givenUk())
        .param(name.patronymicUk())
        .param(name.familyRu())
        .param(name.givenRu())
        .param(name.patronymicRu())
        .param(captive.familyLatin())
        .param(captive.givenLatin())
        .param(captive.bornOn())
        .param(captive.heldSince())
        .param(captive.heldUntil())
        .param(captive.diedOn())
        .param(sealed(id, captive.service()));
  }

  private byte @Nullable [] sealed(OfferedId id, String service) {
    return service.isEmpty()
        ? null
        : keys.seal(id.value(), PURPOSE, service.getBytes(StandardCharsets.UTF_8));
  }

  private Stored stored(ResultSet row) throws SQLException {
    UUID id = row.getObject("offered_id", UUID.class);
    byte[] sealed = row.getBytes("service_sealed");
    String service =
        sealed == null
            ? ""
            : keys.open(id, PURPOSE, sealed)
                .map(plain -> new String(plain, StandardCharsets.UTF_8))
                .orElse("");
    Captive captive =
        new Captive(
            OfferedKind.of(row.getString("kind")).orElseThrow(),
            Objects.requireNonNull(row.getString("legal_status")),
            Objects.requireNonNull(row.getString("sex")),
            IndexedNames.name(row),
            row.getString("family_latin"),
            row.getString("given_latin"),
            row.getObject("born_on", LocalDate.class),
            row.getObject("held_since", LocalDate.class),
            row.getObject("held_until", LocalDate.class),
            row.getObject("died_on", LocalDate.class),
            service);
    return new Stored(captive, row.getInt("version"));
  }
}

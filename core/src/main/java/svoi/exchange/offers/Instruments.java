package svoi.exchange.offers;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.exchange.InstrumentState;
import svoi.exchange.OfferedId;
import svoi.platform.Database;
import svoi.platform.Vault;
import svoi.staff.Member;
import svoi.staff.Right;

/// Legal instruments: asked for, filed, granted or refused, in force. Which of them fits whom is a
/// table of the database, to be confirmed by a lawyer of the operator.
public final class Instruments {
  private static final int MOST = 200;
  private static final String REQUEST =
      """
      INSERT INTO exchange.legal_instrument (id, offered_id, kind, requested_by, agency) VALUES (?, ?, ?, ?, ?)
      """;
  private static final String STEP =
      """
      INSERT INTO exchange.instrument_event (instrument_id, state, body, number, decided_on, in_force_from, file_sha256,
        recorded_by, agency)
      SELECT i.id, ?, ?, ?, ?, ?, ?, ?, ? FROM exchange.legal_instrument i
      WHERE i.id = ? AND i.offered_id = ? AND i.state = ?
      """;
  private static final String OF =
      """
      SELECT i.id, i.kind, i.state AS now, i.state_since, e.state, e.body, e.number, e.decided_on, e.in_force_from,
             e.file_sha256 IS NOT NULL AS on_file, e.agency, e.recorded_at
      FROM exchange.legal_instrument i JOIN exchange.instrument_event e ON e.instrument_id = i.id
      WHERE i.offered_id = ? ORDER BY i.requested_at DESC, i.id, e.recorded_at
      """;
  private static final String FILE =
      """
      SELECT e.file_sha256 FROM exchange.instrument_event e JOIN exchange.legal_instrument i ON i.id = e.instrument_id
      WHERE i.offered_id = ? AND i.id = ? AND e.file_sha256 IS NOT NULL ORDER BY e.recorded_at DESC LIMIT 1
      """;
  private static final String WAITING =
      """
      SELECT i.offered_id, i.kind, i.state, i.state_since, coalesce(n.family_uk, c.family_uk) AS family_uk,
             coalesce(n.given_uk, c.given_uk) AS given_uk, coalesce(n.patronymic_uk, c.patronymic_uk) AS patronymic_uk
      FROM exchange.legal_instrument i
      JOIN exchange.offered o ON o.id = i.offered_id
      LEFT JOIN cases.v_person n ON n.id = o.person_id
      LEFT JOIN exchange.offered_captive c ON c.offered_id = o.id
      WHERE i.state IN ('requested', 'filed', 'granted')
      ORDER BY i.state_since + CASE i.state WHEN 'filed' THEN interval '30 days' ELSE interval '10 days' END, i.id
      LIMIT ?
      """;

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;
  private final OfferPapers papers;

  public Instruments(Database database, AuditSink audit, Vault vault) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
    this.papers = new OfferPapers(jdbc, vault);
  }

  /// What is entered about a step.
  ///
  /// @param body court or office; with number and day needed for `granted`
  /// @param inForceFrom needed for `in-force`
  public record Entry(
      InstrumentState state,
      @Nullable String body,
      @Nullable String number,
      @Nullable LocalDate decidedOn,
      @Nullable LocalDate inForceFrom) {}

  /// Asks for an instrument; refused if it does not fit the legal status or another is under way.
  public Noted request(OfferedId offered, String kind, Member by) {
    by.needs(Right.EDIT_OFFERS);
    UUID id = UUID.randomUUID();
    return Noted.keepingRules(
        database,
        () -> {
          jdbc.sql(REQUEST)
              .params(id, offered.value(), kind, by.id().value(), by.agency())
              .update();
          audit.append(by.actor(), "exchange.instrument-request", Set.of(offered.value()), kind);
          return new Noted.Done(id);
        });
  }

  /// Records the next step. Call it outside a transaction: the ruling is stored first.
  ///
  /// @param seen where the instrument stood when the officer saw it
  /// @param ruling PDF, JPEG or PNG; null if there is none
  public Noted step(
      OfferedId offered,
      UUID instrument,
      InstrumentState seen,
      Entry entry,
      @Nullable InputStream ruling,
      Member by) {
    by.needs(Right.EDIT_OFFERS);
    if (entry.state() == InstrumentState.USED) {
      return Noted.refused("instrument-used-only-by-crossing", "state");
    }
    Optional<byte[]> stored = ruling == null ? Optional.empty() : papers.put(offered, ruling);
    if (ruling != null && stored.isEmpty()) {
      return Noted.refused("evidence.not_a_scan", "paper");
    }
    return Noted.keepingRules(
        database,
        () -> {
          int moved =
              jdbc.sql(STEP)
                  .param(entry.state().code())
                  .param(entry.body())
                  .param(entry.number())
                  .param(entry.decidedOn())
                  .param(entry.inForceFrom())
                  .param(stored.orElse(null))
                  .param(by.id().value())
                  .param(by.agency())
                  .param(instrument)
                  .param(offered.value())
                  .param(seen.code())
                  .update();
          if (moved == 0) {
            return new Noted.Stale();
          }
          audit.append(
              by.actor(),
              "exchange.instrument-step",
              Set.of(offered.value()),
              entry.state().code());
          return new Noted.Done(instrument);
        });
  }

  /// The ruling, which only those open who may read what is restricted or handle offers.
  public Optional<Paper> open(OfferedId offered, UUID instrument, Member by) {
    by.needs(Right.READ_OFFERS);
    Optional<byte[]> hash =
        jdbc.sql(FILE).params(offered.value(), instrument).query(byte[].class).optional();
    if (hash.isPresent()) {
      audit.append(by.actor(), "exchange.instrument-read", Set.of(offered.value()), "");
    }
    return hash.map(found -> papers.open(offered, found));
  }

  /// An instrument for which something is to be done.
  public record Waiting(
      OfferedId offered, String name, String kind, InstrumentState state, LocalDate due) {}

  /// Where a step is waited for, the most overdue first; at most 200. Who shows it logs the ids.
  public List<Waiting> waiting(Member by) {
    by.needs(Right.READ_OFFERS);
    return jdbc.sql(WAITING).param(MOST).query((row, n) -> waiting(row)).list();
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    InstrumentState state = state(row, "state");
    return new Waiting(
        new OfferedId(row.getObject("offered_id", UUID.class)),
        Rows.name(row, "family_uk", "given_uk", "patronymic_uk"),
        row.getString("kind"),
        state,
        Instrument.due(state, at(row, "state_since")).orElseThrow());
  }

  /// All of one person, the newest first.
  List<Instrument> of(OfferedId offered) {
    Map<UUID, Instrument> found = new LinkedHashMap<>();
    jdbc.sql(OF)
        .param(offered.value())
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              Instrument before = found.get(id);
              List<Instrument.Step> steps =
                  new ArrayList<>(before == null ? List.of() : before.steps());
              steps.add(step(row));
              found.put(
                  id,
                  new Instrument(
                      id, row.getString("kind"), state(row, "now"), at(row, "state_since"), steps));
            });
    return List.copyOf(found.values());
  }

  private static Instrument.Step step(ResultSet row) throws SQLException {
    return new Instrument.Step(
        state(row, "state"),
        row.getString("body"),
        row.getString("number"),
        row.getObject("decided_on", LocalDate.class),
        row.getObject("in_force_from", LocalDate.class),
        row.getBoolean("on_file"),
        row.getString("agency"),
        at(row, "recorded_at"));
  }

  private static InstrumentState state(ResultSet row, String column) throws SQLException {
    return InstrumentState.of(row.getString(column)).orElseThrow();
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(Rows.instant(row, column));
  }
}

package svoi.exchange.offers;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.exchange.OfferedId;
import svoi.exchange.OfferedKind;
import svoi.platform.Database;
import svoi.platform.Vault;
import svoi.staff.Member;
import svoi.staff.Right;

/// The question about a fear of return, asked alone, and counsel's note on it (R28). Round officers
/// learn whether it stands between, never what was said.
public final class Fears {
  private static final int MOST = 100;
  private static final String ASK =
      """
      INSERT INTO exchange.fear_interview (id, offered_id, answer, in_private, language, held_by) VALUES (?, ?, ?, ?, ?, ?)
      """;
  private static final String NOTE =
      """
      INSERT INTO exchange.fear_note (interview_id, offered_id, result, counsel_licence, evidence_sha256, noted_by)
      VALUES (?, ?, ?, ?, ?, ?)
      """;
  private static final String NAMED =
      """
      SELECT v.id, v.kind, v.family_uk, v.given_uk, v.patronymic_uk, v.born_on, v.waiting_since, v.fear IS NULL AS never
      FROM exchange.v_offer v
      """;
  private static final String QUEUE =
      NAMED
          + """
          WHERE NOT v.crossed AND NOT v.file_closed AND v.willing_until >= platform.today() AND (v.fear IS NULL OR v.fears)
          ORDER BY v.fear IS NULL DESC, v.waiting_since, v.id LIMIT ?
          """;
  private static final String ONE = NAMED + " WHERE v.id = ?";
  private static final String INTERVIEWS =
      """
      SELECT i.id, i.answer, i.language, i.held_at, n.result, n.noted_at
      FROM exchange.fear_interview i LEFT JOIN exchange.fear_note n ON n.interview_id = i.id
      WHERE i.offered_id = ? ORDER BY i.held_at DESC, i.id
      """;
  private static final String EVIDENCE =
      "SELECT evidence_sha256 FROM exchange.fear_note WHERE offered_id = ? AND interview_id = ?";

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;
  private final OfferPapers papers;

  public Fears(Database database, AuditSink audit, Vault vault) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
    this.papers = new OfferPapers(jdbc, vault);
  }

  /// Somebody who is to be asked, or whose answer waits for counsel.
  ///
  /// @param never nobody has asked yet
  public record Asked(
      OfferedId id,
      OfferedKind kind,
      String name,
      @Nullable LocalDate bornOn,
      @Nullable LocalDate waitingSince,
      boolean never) {}

  /// One interview.
  ///
  /// @param answer `no`, `yes` or `unknown`
  /// @param result of counsel's note, `may-go` or `may-not`; null without one
  public record Interview(
      UUID id,
      String answer,
      String language,
      Instant heldAt,
      @Nullable String result,
      @Nullable Instant notedAt) {
    /// Whether counsel still has to say something on it.
    public boolean waitsForCounsel() {
      return !answer.equals("no") && result == null;
    }
  }

  /// Who is to be asked, and whose answer stands open: the longest waiting first, at most 100. Who
  /// shows it logs the ids.
  public List<Asked> queue(Member by) {
    by.needs(Right.ASK_ABOUT_FEAR);
    return jdbc.sql(QUEUE).param(MOST).query((row, n) -> asked(row)).list();
  }

  /// The person, for the talk.
  public Optional<Asked> find(OfferedId id, Member by) {
    by.needs(Right.ASK_ABOUT_FEAR);
    return jdbc.sql(ONE).param(id.value()).query((row, n) -> asked(row)).optional();
  }

  /// What was said, the newest first; the log says who looked.
  public List<Interview> interviews(OfferedId id, Member by) {
    by.needs(Right.ASK_ABOUT_FEAR);
    audit.append(by.actor(), "exchange.fear-read", Set.of(id.value()), "");
    return jdbc.sql(INTERVIEWS).param(id.value()).query((row, n) -> interview(row)).list();
  }

  /// Records an answer.
  ///
  /// @param inPrivate nobody else could hear; else it is refused
  public Noted ask(OfferedId id, String answer, boolean inPrivate, String language, Member by) {
    by.needs(Right.ASK_ABOUT_FEAR);
    return Noted.keepingRules(
        database,
        () -> {
          jdbc.sql(ASK)
              .params(UUID.randomUUID(), id.value(), answer, inPrivate, language, by.id().value())
              .update();
          audit.append(by.actor(), "exchange.fear-ask", Set.of(id.value()), "");
          return new Noted.Done(id.value());
        });
  }

  /// Enters counsel's note. Call it outside a transaction: the paper is stored first.
  ///
  /// @param result `may-go` with the person's own will, or `may-not`
  /// @param licence of counsel
  public Noted note(
      OfferedId id,
      UUID interview,
      String result,
      String licence,
      @Nullable InputStream paper,
      Member by) {
    by.needs(Right.ASK_ABOUT_FEAR);
    Optional<byte[]> stored = paper == null ? Optional.empty() : papers.put(id, paper);
    if (stored.isEmpty()) {
      return Noted.refused(paper == null ? "evidence.missing" : "evidence.not_a_scan", "paper");
    }
    return Noted.keepingRules(
        database,
        () -> {
          jdbc.sql(NOTE)
              .params(interview, id.value(), result, licence.strip(), stored.get(), by.id().value())
              .update();
          audit.append(by.actor(), "exchange.fear-note", Set.of(id.value()), "");
          return new Noted.Done(id.value());
        });
  }

  /// The paper of counsel's note.
  public Optional<Paper> open(OfferedId id, UUID interview, Member by) {
    by.needs(Right.ASK_ABOUT_FEAR);
    Optional<byte[]> hash =
        jdbc.sql(EVIDENCE).params(id.value(), interview).query(byte[].class).optional();
    if (hash.isPresent()) {
      audit.append(by.actor(), "exchange.fear-read", Set.of(id.value()), "note");
    }
    return hash.map(found -> papers.open(id, found));
  }

  private static Asked asked(ResultSet row) throws SQLException {
    return new Asked(
        new OfferedId(row.getObject("id", UUID.class)),
        OfferedKind.of(row.getString("kind")).orElseThrow(),
        Rows.name(row, "family_uk", "given_uk", "patronymic_uk"),
        row.getObject("born_on", LocalDate.class),
        row.getObject("waiting_since", LocalDate.class),
        row.getBoolean("never"));
  }

  private static Interview interview(ResultSet row) throws SQLException {
    return new Interview(
        row.getObject("id", UUID.class),
        row.getString("answer"),
        row.getString("language"),
        Objects.requireNonNull(Rows.instant(row, "held_at")),
        row.getString("result"),
        Rows.instant(row, "noted_at"));
  }
}

package svoi.exchange.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.cases.Finding;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;

/// Versions of the list of those who are sought: taken, signed by two agencies, sent.
///
/// A version is a snapshot with a hash; whoever came to the track of unconditional return since is
/// never shown or exported from an old one (R50).
public final class NeedLists {
  /// To whom a list goes.
  public static final List<String> TO = List.of("other-side", "icrc", "mediator");

  private static final String VERSIONS =
      """
      SELECT l.id, l.n, l.state, l.sent_to, %s AS hash, l.agency, l.made_at, l.sent_at,
             coalesce((SELECT max(r.position) FROM exchange.need_row r WHERE r.need_list_id = l.id), 0) AS rows,
             ARRAY(SELECT s.agency FROM exchange.signature s
                   WHERE s.subject_kind = 'need-list' AND s.subject_id = l.id ORDER BY s.signed_at) AS signed
      FROM exchange.need_list l
      """;

  /// A draft's hash is made of all its rows, so it is asked for where it is signed only.
  private static final String MANY = VERSIONS.formatted("l.content_hash");

  private static final String ONE =
      VERSIONS.formatted("coalesce(l.content_hash, exchange.hash_of('need-list', l.id))")
          + " WHERE l.id = ?";
  private static final String SUPERSEDE =
      "UPDATE exchange.need_list SET state = 'superseded' WHERE state = 'draft'";
  private static final String TAKE = "SELECT exchange.take_need_list(?, ?, ?)";
  private static final String SIGN =
      """
      INSERT INTO exchange.signature (subject_kind, subject_id, content_hash, member_id, agency)
      VALUES ('need-list', ?, ?, ?, ?)
      """;
  private static final String SEND =
      "UPDATE exchange.need_list SET sent_to = ?, state = 'sent' WHERE id = ?";
  private static final String ROWS =
      """
      SELECT r.position, r.awaited_id, r.content::text AS content
      FROM exchange.need_row r JOIN exchange.awaited a ON a.id = r.awaited_id AND a.track = 'negotiated'
      WHERE r.need_list_id = ? AND r.position > ? AND r.content IS NOT NULL ORDER BY r.position LIMIT ?
      """;
  private static final String DIFFERENCES =
      """
      SELECT was.content::text AS was, now.content::text AS now,
             coalesce(was.awaited_id, now.awaited_id) AS awaited_id
      FROM (SELECT awaited_id, content FROM exchange.need_row WHERE need_list_id = ?) was
      FULL JOIN (SELECT awaited_id, content FROM exchange.need_row WHERE need_list_id = ?) now USING (awaited_id)
      JOIN exchange.awaited a ON a.id = coalesce(was.awaited_id, now.awaited_id) AND a.track = 'negotiated'
      WHERE was.content IS DISTINCT FROM now.content ORDER BY a.held_since, a.id LIMIT ?
      """;

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;

  public NeedLists(Database database, AuditSink audit) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
  }

  /// One version.
  ///
  /// @param hash of what is to be signed, or was sent; hexadecimal; empty of a draft among others
  /// @param rows how many persons it was taken with
  /// @param signed agencies that signed, in order
  public record Version(
      UUID id,
      int n,
      String state,
      Optional<String> sentTo,
      String hash,
      int rows,
      String agency,
      Instant madeAt,
      Optional<Instant> sentAt,
      List<String> signed) {
    public Version {
      signed = List.copyOf(signed);
    }

    public boolean isDraft() {
      return state.equals("draft");
    }

    public boolean isSigned() {
      return signed.size() >= 2;
    }
  }

  /// A person in one of two versions, or in both and changed.
  public record Difference(UUID person, Optional<NeedRow> was, Optional<NeedRow> now) {}

  /// The newest versions, latest first; at most fifty.
  public List<Version> versions(Member by) {
    by.needs(Right.READ_NEEDS);
    return jdbc.sql(MANY + " ORDER BY l.n DESC LIMIT 50").query((row, n) -> version(row)).list();
  }

  /// The version that is being signed, if there is one.
  public Optional<Version> draft(Member by) {
    by.needs(Right.READ_NEEDS);
    return jdbc.sql(MANY + " WHERE l.state = 'draft' ORDER BY l.n DESC LIMIT 1")
        .query((row, n) -> version(row))
        .optional();
  }

  public Optional<Version> find(UUID id, Member by) {
    by.needs(Right.READ_NEEDS);
    return jdbc.sql(ONE).param(id).query((row, n) -> version(row)).optional();
  }

  private static Version version(ResultSet row) throws SQLException {
    byte @Nullable [] hash = row.getBytes("hash");
    @Nullable OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
    return new Version(
        row.getObject("id", UUID.class),
        row.getInt("n"),
        row.getString("state"),
        Optional.ofNullable(row.getString("sent_to")),
        hash == null ? "" : HexFormat.of().formatHex(hash),
        row.getInt("rows"),
        row.getString("agency"),
        AwaitedRepository.instant(row, "made_at"),
        Optional.ofNullable(sent).map(OffsetDateTime::toInstant),
        List.of((String[]) row.getArray("signed").getArray()));
  }

  /// Takes a new version of everybody whose captivity is confirmed now; earlier drafts fall.
  public UUID take(Member by) {
    by.needs(Right.EDIT_NEEDS);
    UUID id = UUID.randomUUID();
    return database.inTransaction(
        () -> {
          jdbc.sql(SUPERSEDE).update();
          int rows =
              jdbc.sql(TAKE).params(id, by.id().value(), by.agency()).query(Integer.class).single();
          audit.append(by.actor(), "exchange.need-list-take", Set.of(id), "rows=" + rows);
          return id;
        });
  }

  /// Signs exactly the content that was seen.
  ///
  /// @param hash that the officer saw, hexadecimal
  public Optional<Finding> sign(UUID list, String hash, Member by) {
    by.needs(Right.SIGN_LISTS);
    if (!hash.matches("[0-9a-f]{64}")) {
      return Optional.of(new Finding("signature.stale_content", ""));
    }
    return keepingRules(
        () -> {
          jdbc.sql(SIGN)
              .params(list, HexFormat.of().parseHex(hash), by.id().value(), by.agency())
              .update();
          audit.append(by.actor(), "exchange.need-list-sign", Set.of(list), by.agency());
        });
  }

  /// Notes that the version was handed over. From now on nothing of it changes.
  ///
  /// @param to one of [#TO]
  public Optional<Finding> send(UUID list, String to, Member by) {
    by.needs(Right.EDIT_NEEDS);
    return keepingRules(
        () -> {
          jdbc.sql(SEND).params(to, list).update();
          audit.append(by.actor(), "exchange.need-list-send", Set.of(list), to);
        });
  }

  /// One page of a version, in its order. Who shows it logs the ids.
  ///
  /// @param after position of the last row of the page before; 0 to begin
  public List<NeedRow> rows(UUID list, int after, int limit, Member by) {
    by.needs(Right.READ_NEEDS);
    return jdbc.sql(ROWS)
        .params(list, after, limit)
        .query(
            (row, n) ->
                NeedRow.of(
                    row.getInt("position"),
                    row.getObject("awaited_id", UUID.class),
                    row.getString("content")))
        .list();
  }

  /// The whole version, for a file that leaves the desk; that it was taken out, by whom and what
  /// for is in the log before it is.
  ///
  /// @param format `csv`, `xlsx` or `pdf`
  /// @param purpose code of what it is for
  public List<NeedRow> export(Version version, String format, String purpose, Member by) {
    by.needs(Right.EXPORT);
    List<NeedRow> rows = rows(version.id(), 0, Integer.MAX_VALUE, by);
    audit.append(
        by.actor(),
        "exchange.need-list-export",
        Stream.concat(Stream.of(version.id()), rows.stream().map(NeedRow::person)).toList(),
        "%s purpose=%s rows=%d n=%d".formatted(format, purpose, rows.size(), version.n()));
    return rows;
  }

  /// What is different in `now`. Who shows it logs the ids.
  public List<Difference> differences(UUID was, UUID now, int limit, Member by) {
    by.needs(Right.READ_NEEDS);
    return jdbc.sql(DIFFERENCES).params(was, now, limit).query((row, n) -> difference(row)).list();
  }

  private static Difference difference(ResultSet row) throws SQLException {
    UUID person = row.getObject("awaited_id", UUID.class);
    return new Difference(
        person,
        Optional.ofNullable(row.getString("was")).map(text -> NeedRow.of(0, person, text)),
        Optional.ofNullable(row.getString("now")).map(text -> NeedRow.of(0, person, text)));
  }

  private Optional<Finding> keepingRules(Runnable work) {
    try {
      database.transactions().executeWithoutResult(status -> work.run());
      return Optional.empty();
    } catch (DataIntegrityViolationException e) {
      return Optional.of(NeedRules.finding(e));
    }
  }
}

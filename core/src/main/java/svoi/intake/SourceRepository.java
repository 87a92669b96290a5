package svoi.intake;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What only the source's door does with the database.
final class SourceRepository {
  private static final String ADD_CASE =
      """
      INSERT INTO intake.intake_case (id, epoch_id, delete_after, ck_desk, ck_source, card)
      VALUES (?, ?, platform.today() + intake.days_kept(false), ?, ?, ?)
      """;
  private static final String ADD_ACCESS =
      """
      INSERT INTO intake.source_access (lookup, case_id, public_key, private_key) VALUES (?, ?, ?, ?)
      """;
  private static final String KNOCK =
      "SELECT case_id, public_key, private_key, ck_source FROM intake.knock(?)";
  private static final String STANDING =
      """
      SELECT s.state, s.delete_after, s.held_until, s.agreed, intake.has_vault(:id) AS apart
      FROM intake.standing(:id) s
      """;
  private static final String ADD_SESSION =
      """
      WITH over AS (DELETE FROM intake.intake_session WHERE expires_at <= platform.now())
      INSERT INTO intake.intake_session (cookie_hash, expires_at, sealed)
      VALUES (?, platform.now() + make_interval(mins => ?), ?)
      """;
  private static final String FIND_SESSION =
      """
      UPDATE intake.intake_session SET expires_at = platform.now() + make_interval(mins => ?)
      WHERE cookie_hash = ? AND expires_at > platform.now() RETURNING sealed
      """;
  private static final String CHANGE_SESSION =
      "UPDATE intake.intake_session SET sealed = ? WHERE cookie_hash = ?";
  private static final String END_SESSION =
      "DELETE FROM intake.intake_session WHERE cookie_hash = ? OR expires_at <= platform.now()";

  private static final String ALONE =
      """
      SELECT :day::date + kept * (1 + greatest(0, platform.today() - :day::date) / kept)
      FROM intake.days_kept(false) AS kept
      """;
  private static final String KEPT_UNTIL = "SELECT platform.today() + intake.days_kept(false)";

  private final JdbcClient jdbc;

  SourceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A row of `source_access` with the sealed key of its case.
  record Access(UUID caseId, byte[] publicKey, byte[] privateKey, byte[] ckSource) {}

  LocalDate keptUntil() {
    return jdbc.sql(KEPT_UNTIL).query(LocalDate.class).single();
  }

  /// The day that a thread says of itself in which the last word was on `day`, whatever was said
  /// elsewhere: if that is over, as many times later as it takes.
  LocalDate alone(LocalDate day) {
    return jdbc.sql(ALONE).param("day", day).query(LocalDate.class).single();
  }

  void addCase(UUID id, UUID epoch, byte[] ckDesk, byte[] ckSource, byte[] card) {
    jdbc.sql(ADD_CASE).params(id, epoch, ckDesk, ckSource, card).update();
  }

  void addAccess(byte[] lookup, UUID caseId, byte[] publicKey, byte[] privateKey) {
    jdbc.sql(ADD_ACCESS).params(lookup, caseId, publicKey, privateKey).update();
  }

  Optional<Access> knock(byte[] lookup) {
    return jdbc.sql(KNOCK)
        .param(lookup)
        .query(
            (row, n) ->
                new Access(
                    row.getObject("case_id", UUID.class),
                    row.getBytes("public_key"),
                    row.getBytes("private_key"),
                    row.getBytes("ck_source")))
        .optional();
  }

  /// What the desk did, sealed where it is sealed.
  record StandingRow(
      boolean open,
      LocalDate deleteAfter,
      @Nullable LocalDate heldUntil,
      byte @Nullable [] agreed,
      boolean apart) {}

  Optional<StandingRow> standing(UUID id) {
    return jdbc.sql(STANDING)
        .param("id", id)
        .query(
            (row, n) ->
                new StandingRow(
                    row.getString("state").equals("open"),
                    row.getObject("delete_after", LocalDate.class),
                    row.getObject("held_until", LocalDate.class),
                    row.getBytes("agreed"),
                    row.getBoolean("apart")))
        .optional();
  }

  void addSession(byte[] cookieHash, int minutes, byte[] sealed) {
    jdbc.sql(ADD_SESSION).params(cookieHash, minutes, sealed).update();
  }

  /// The session, whose time begins anew.
  Optional<byte[]> session(byte[] cookieHash, int minutes) {
    return jdbc.sql(FIND_SESSION)
        .params(minutes, cookieHash)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  void changeSession(byte[] cookieHash, byte[] sealed) {
    jdbc.sql(CHANGE_SESSION).params(sealed, cookieHash).update();
  }

  /// Ends this session, and forgets those that are over.
  void endSession(byte[] cookieHash) {
    jdbc.sql(END_SESSION).param(cookieHash).update();
  }
}

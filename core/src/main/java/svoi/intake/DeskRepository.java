package svoi.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What only the desk does with the database: rows as they are stored, all sealed.
final class DeskRepository {
  private static final String COLUMNS =
      """
      SELECT c.id, c.epoch_id, d.code, c.state, c.received_week, c.delete_after, c.ck_desk, c.card,
             h.confirmed_by IS NOT NULL AND h.until >= platform.today() AS held,
             (SELECT count(*) FROM intake.message m WHERE m.case_id = c.id) AS messages,
             (SELECT m.direction FROM intake.message m WHERE m.case_id = c.id
              ORDER BY m.seq DESC LIMIT 1) AS last
      FROM intake.intake_case c
      JOIN intake.desk_epoch e ON e.id = c.epoch_id JOIN intake.desk d ON d.id = e.desk_id
      JOIN intake.desk_member_wrap w ON w.epoch_id = c.epoch_id AND w.staff_id = ?
      LEFT JOIN intake.hold h ON h.case_id = c.id
      """;
  private static final String OF_DESK = COLUMNS + " WHERE d.code = ? ORDER BY c.id";
  private static final String BY_ID = COLUMNS + " WHERE c.id = ?";
  private static final String SEAL =
      "UPDATE intake.intake_case SET epoch_id = ?, ck_desk = ? WHERE id = ? AND epoch_id = ?";
  private static final String CARD = "UPDATE intake.intake_case SET card = ? WHERE id = ?";
  private static final String CLOSE =
      """
      UPDATE intake.intake_case
      SET state = 'closed', delete_after = platform.today() + intake.days_kept(true) WHERE id = ?
      """;
  private static final String AGREED = "SELECT body FROM intake.agreed WHERE case_id = ?";
  private static final String AGREE =
      """
      INSERT INTO intake.agreed (case_id, body) VALUES (?, ?)
      ON CONFLICT (case_id) DO UPDATE SET body = excluded.body
      """;
  private static final String HOLD =
      "SELECT basis, until, asked_by, confirmed_by FROM intake.hold WHERE case_id = ?";
  private static final String ASK_HOLD =
      "INSERT INTO intake.hold (case_id, basis, until, asked_by) VALUES (?, ?, ?, ?)";
  private static final String CONFIRM_HOLD =
      "UPDATE intake.hold SET confirmed_by = ? WHERE case_id = ? AND confirmed_by IS NULL";
  private static final String END_HOLD = "DELETE FROM intake.hold WHERE case_id = ?";
  private static final String LOCK = "SELECT id FROM intake.intake_case WHERE id = ? FOR UPDATE";
  private static final String REFER =
      "INSERT INTO intake.referral (case_id, number, body) VALUES (?, ?, ?)";
  private static final String STORIES = "SELECT body FROM intake.same_story WHERE case_id = ?";
  private static final String TELL =
      """
      INSERT INTO intake.same_story (case_id, body) VALUES (?, ?)
      ON CONFLICT (case_id) DO UPDATE SET body = excluded.body
      """;
  private static final String FORGET_STORIES = "DELETE FROM intake.same_story WHERE case_id = ?";
  private static final String REWRITE =
      "UPDATE intake.message SET body = ? WHERE case_id = ? AND seq = ?";
  private static final String TODAY = "SELECT platform.today()";
  private static final String COUNT =
      """
      INSERT INTO intake.weekly_count (desk_id, week, audience, cases)
      SELECT id, ?, ?, ? FROM intake.desk WHERE code = ?
      ON CONFLICT (desk_id, week, audience) DO UPDATE
      SET cases = greatest(intake.weekly_count.cases, excluded.cases)
      """;

  private static final String COUNTS =
      """
      SELECT d.code, w.week, w.audience, w.cases
      FROM intake.weekly_count w JOIN intake.desk d ON d.id = w.desk_id
      ORDER BY w.week DESC, d.code, w.audience
      """;

  private final JdbcClient jdbc;

  DeskRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record CaseRow(
      UUID id,
      UUID epoch,
      String desk,
      boolean open,
      LocalDate receivedWeek,
      LocalDate deleteAfter,
      byte[] ckDesk,
      byte[] card,
      boolean held,
      int messages,
      boolean unanswered) {}

  record HoldRow(byte[] basis, LocalDate until, UUID askedBy, @Nullable UUID confirmedBy) {}

  /// Cases of a desk of which the member has a seal of the key.
  List<CaseRow> cases(UUID member, String desk) {
    return jdbc.sql(OF_DESK).params(member, desk).query((row, n) -> caseRow(row)).list();
  }

  Optional<CaseRow> find(UUID member, UUID id) {
    return jdbc.sql(BY_ID).params(member, id).query((row, n) -> caseRow(row)).optional();
  }

  /// Seals a case to another key.
  ///
  /// @throws IntakeRefused if it is not under the key any more under which it was opened
  void seal(CaseRow row, UUID epoch, byte[] ckDesk) {
    if (jdbc.sql(SEAL).params(epoch, ckDesk, row.id(), row.epoch()).update() == 0) {
      throw new IntakeRefused(IntakeRefused.Reason.GONE);
    }
  }

  void card(UUID id, byte[] card) {
    jdbc.sql(CARD).params(card, id).update();
  }

  void close(UUID id) {
    jdbc.sql(CLOSE).param(id).update();
  }

  Optional<byte[]> agreed(UUID id) {
    return jdbc.sql(AGREED).param(id).query((row, n) -> row.getBytes(1)).optional();
  }

  void agree(UUID id, byte[] body) {
    jdbc.sql(AGREE).params(id, body).update();
  }

  Optional<HoldRow> hold(UUID id) {
    return jdbc.sql(HOLD)
        .param(id)
        .query(
            (row, n) ->
                new HoldRow(
                    row.getBytes(1),
                    row.getObject(2, LocalDate.class),
                    row.getObject(3, UUID.class),
                    row.getObject(4, UUID.class)))
        .optional();
  }

  void askHold(UUID id, byte[] basis, LocalDate until, UUID by) {
    jdbc.sql(ASK_HOLD).params(id, basis, until, by).update();
  }

  int confirmHold(UUID id, UUID by) {
    return jdbc.sql(CONFIRM_HOLD).params(by, id).update();
  }

  void endHold(UUID id) {
    jdbc.sql(END_HOLD).param(id).update();
  }

  /// Others who change the case wait until the transaction ends.
  ///
  /// @throws IntakeRefused if it is gone
  void lock(UUID id) {
    if (!locked(id)) {
      throw new IntakeRefused(IntakeRefused.Reason.GONE);
    }
  }

  /// The same for a case that may be gone.
  ///
  /// @return whether it is there
  boolean locked(UUID id) {
    return jdbc.sql(LOCK).param(id).query(UUID.class).optional().isPresent();
  }

  void refer(UUID id, int number, byte[] body) {
    jdbc.sql(REFER).params(id, number, body).update();
  }

  Optional<byte[]> stories(UUID id) {
    return jdbc.sql(STORIES).param(id).query((row, n) -> row.getBytes(1)).optional();
  }

  void tell(UUID id, byte[] body) {
    jdbc.sql(TELL).params(id, body).update();
  }

  void forgetStories(UUID id) {
    jdbc.sql(FORGET_STORIES).param(id).update();
  }

  /// Puts other words in the place of a message.
  void rewrite(UUID id, int seq, byte[] body) {
    jdbc.sql(REWRITE).params(body, id, seq).update();
  }

  LocalDate today() {
    return jdbc.sql(TODAY).query(LocalDate.class).single();
  }

  void count(String desk, LocalDate week, String audience, int cases) {
    jdbc.sql(COUNT).params(week, audience, cases, desk).update();
  }

  List<Figures.Kept> counts() {
    return jdbc.sql(COUNTS)
        .query(
            (row, n) ->
                new Figures.Kept(
                    row.getString(1),
                    row.getObject(2, LocalDate.class),
                    Audience.of(row.getString(3)).orElseThrow(),
                    row.getInt(4)))
        .list();
  }

  private static CaseRow caseRow(ResultSet row) throws SQLException {
    return new CaseRow(
        row.getObject("id", UUID.class),
        row.getObject("epoch_id", UUID.class),
        row.getString("code"),
        row.getString("state").equals("open"),
        row.getObject("received_week", LocalDate.class),
        row.getObject("delete_after", LocalDate.class),
        row.getBytes("ck_desk"),
        row.getBytes("card"),
        row.getBoolean("held"),
        row.getInt("messages"),
        "in".equals(row.getString("last")));
  }
}

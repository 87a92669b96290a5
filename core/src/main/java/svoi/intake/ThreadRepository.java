package svoi.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Messages and files of one thread, for both faces; rows as they are stored, all sealed.
final class ThreadRepository {
  /// Held by whoever makes files and rows together; the sweeper takes it alone.
  private static final long SWEEPING = 0x5f01_1a7e_0001L;

  private static final String HOLD_OFF = "SELECT pg_advisory_xact_lock_shared(?)";
  private static final String SWEEP = "SELECT pg_advisory_xact_lock(?)";
  private static final String MESSAGES = "SELECT seq, direction, body, day FROM intake.thread(?)";
  private static final String FILES =
      "SELECT blob_id, seq, header, wrapped_key FROM intake.files(?)";
  private static final String ADD_MESSAGE =
      "INSERT INTO intake.message (case_id, seq, direction, body) VALUES (?, ?, ?, ?)";
  private static final String ADD_FILE =
      """
      INSERT INTO intake.attachment (blob_id, case_id, seq, header, wrapped_key) VALUES (?, ?, ?, ?, ?)
      """;
  private static final String CARD = "SELECT intake.card(?)";
  private static final String REFERRALS = "SELECT number, body FROM intake.referrals(?)";
  private static final String KEEP = "SELECT intake.keep(?)";
  private static final String ERASE = "SELECT intake.erase(?)";
  private static final String MARK = "SELECT mark FROM intake.erasure_store";
  private static final String ADD_MARK =
      "INSERT INTO intake.erasure_store (mark) VALUES (?) ON CONFLICT (one) DO NOTHING";

  private final JdbcClient jdbc;

  ThreadRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record MessageRow(int seq, String direction, byte[] body, LocalDate day) {}

  record FileRow(UUID blob, int seq, byte[] header, byte[] wrappedKey) {}

  /// Until the transaction ends nothing is swept.
  void holdOffSweeper() {
    jdbc.sql(HOLD_OFF).param(SWEEPING).query().listOfRows();
  }

  /// Waits until nobody makes files and rows, and keeps it so until the transaction ends.
  void sweepAlone() {
    jdbc.sql(SWEEP).param(SWEEPING).query().listOfRows();
  }

  List<MessageRow> messages(UUID caseId) {
    return jdbc.sql(MESSAGES)
        .param(caseId)
        .query(
            (row, n) ->
                new MessageRow(
                    row.getInt("seq"),
                    row.getString("direction"),
                    row.getBytes("body"),
                    row.getObject("day", LocalDate.class)))
        .list();
  }

  List<FileRow> files(UUID caseId) {
    return jdbc.sql(FILES)
        .param(caseId)
        .query(
            (row, n) ->
                new FileRow(
                    row.getObject("blob_id", UUID.class),
                    row.getInt("seq"),
                    row.getBytes("header"),
                    row.getBytes("wrapped_key")))
        .list();
  }

  void addMessage(UUID caseId, int seq, String direction, byte[] body) {
    jdbc.sql(ADD_MESSAGE).params(caseId, seq, direction, body).update();
  }

  void addFile(UUID blob, UUID caseId, int seq, byte[] header, byte[] wrappedKey) {
    jdbc.sql(ADD_FILE).params(blob, caseId, seq, header, wrappedKey).update();
  }

  /// The sealed card; empty if the case is no more.
  java.util.Optional<byte[]> card(UUID caseId) {
    return jdbc.sql(CARD).param(caseId).query((row, n) -> row.getBytes(1)).list().stream()
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  record ReferralRow(int number, byte[] body) {}

  List<ReferralRow> referrals(UUID caseId) {
    return jdbc.sql(REFERRALS)
        .param(caseId)
        .query((row, n) -> new ReferralRow(row.getInt(1), row.getBytes(2)))
        .list();
  }

  void keep(UUID caseId) {
    jdbc.sql(KEEP).param(caseId).query().listOfRows();
  }

  void erase(UUID caseId) {
    jdbc.sql(ERASE).param(caseId).query().listOfRows();
  }

  java.util.Optional<byte[]> mark() {
    return jdbc.sql(MARK).query((row, n) -> row.getBytes(1)).optional();
  }

  void addMark(byte[] mark) {
    jdbc.sql(ADD_MARK).param(mark).update();
  }
}

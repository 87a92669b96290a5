package svoi.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Cases of offline desks for their officers: rows as they are stored, all sealed.
final class OfflineRepository {
  private static final String CASES =
      """
      SELECT c.id, c.epoch_id, e.number, d.code, c.state, c.received_week, c.delete_after,
             c.ck_desk, c.card, m.messages, m.by_source
      FROM intake.intake_case c
      JOIN intake.desk_epoch e ON e.id = c.epoch_id
      JOIN intake.desk d ON d.id = e.desk_id AND d.custody = 'offline'
      JOIN intake.offline_officer o ON o.desk_id = d.id AND o.staff_id = ?
      CROSS JOIN LATERAL (
        SELECT count(*) AS messages, (array_agg(s.direction ORDER BY s.seq DESC))[1] = 'in' AS by_source
        FROM intake.message s WHERE s.case_id = c.id) m
      """;
  private static final String OF_DESK =
      CASES + " WHERE d.code = ? ORDER BY c.state DESC, m.by_source DESC, c.received_week, c.id";
  private static final String BY_ID = CASES + " WHERE c.id = ?";

  private final JdbcClient jdbc;

  OfflineRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record OfflineRow(
      OfflineCases.Listed listed, UUID epoch, String desk, byte[] ckDesk, byte[] card) {}

  List<OfflineRow> ofDesk(UUID officer, String desk) {
    return jdbc.sql(OF_DESK).params(officer, desk).query((row, n) -> read(row)).list();
  }

  Optional<OfflineRow> find(UUID officer, UUID id) {
    return jdbc.sql(BY_ID).params(officer, id).query((row, n) -> read(row)).optional();
  }

  private static OfflineRow read(ResultSet row) throws SQLException {
    OfflineCases.Listed listed =
        new OfflineCases.Listed(
            row.getObject("id", UUID.class),
            row.getInt("number"),
            row.getString("state").equals("open"),
            row.getBoolean("by_source"),
            row.getInt("messages"),
            row.getObject("received_week", LocalDate.class),
            row.getObject("delete_after", LocalDate.class));
    return new OfflineRow(
        listed,
        row.getObject("epoch_id", UUID.class),
        row.getString("code"),
        row.getBytes("ck_desk"),
        row.getBytes("card"));
  }
}

package svoi.exchange.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.staff.Forbidden;
import svoi.staff.Member;
import svoi.staff.Right;

/// Relatives first: what stands between the name of one who came home and anybody else.
public final class NameGate {
  /// The code of every refusal here.
  public static final String FAMILY_FIRST = "notify.family_first";

  private static final String OF =
      "SELECT recorded_at, held_until, told_at, may_show, obstacles FROM exchange.v_name_gate WHERE awaited_id = ?";
  private static final String WORD =
      "INSERT INTO exchange.name_word (id, awaited_id, may_show, noted_by) VALUES (gen_random_uuid(), ?, ?, ?)";

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;

  public NameGate(Database database, AuditSink audit) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
  }

  /// Where the name of one who came home stands.
  ///
  /// @param heldUntil nobody else hears it before, whatever happened
  /// @param told when relatives were told, if they were
  /// @param word what the person said last, if anything
  /// @param obstacles empty: the name may be shown
  public record Gate(
      Instant recordedAt,
      Instant heldUntil,
      Optional<Instant> told,
      Optional<Boolean> word,
      List<String> obstacles) {
    public Gate {
      obstacles = List.copyOf(obstacles);
    }
  }

  /// Empty unless the person came home.
  public Optional<Gate> of(AwaitedFile file) {
    return jdbc.sql(OF).param(file.id().value()).query((row, n) -> gate(row)).optional();
  }

  private static Gate gate(ResultSet row) throws SQLException {
    return new Gate(
        AwaitedRepository.instant(row, "recorded_at"),
        AwaitedRepository.instant(row, "held_until"),
        Optional.ofNullable(row.getObject("told_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getObject("may_show", Boolean.class)),
        Arrays.asList((String[]) row.getArray("obstacles").getArray()));
  }

  /// Notes the word of one who came home on showing the name; the last word counts.
  public void note(AwaitedFile file, boolean mayShow, Member by) {
    by.needs(Right.CONTACT_FAMILIES);
    if (!file.track().isSeenBy(by)) {
      throw new Forbidden("awaited.other_track");
    }
    database
        .transactions()
        .executeWithoutResult(
            status -> {
              jdbc.sql(WORD).params(file.id().value(), mayShow, by.id().value()).update();
              audit.append(
                  by.actor(),
                  "exchange.name-word",
                  Set.of(file.id().value()),
                  mayShow ? "yes" : "no");
            });
  }
}

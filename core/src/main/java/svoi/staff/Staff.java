package svoi.staff;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;

/// Members of the agencies. Signing in comes with the desk.
public final class Staff {
  private static final String ADD =
      "INSERT INTO staff.member (id, agency, roles) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING";
  private static final String FIND =
      "SELECT id, agency, roles FROM staff.v_member WHERE id = ? AND active";

  private final JdbcClient jdbc;
  private final AuditSink audit;

  public Staff(JdbcClient jdbc, AuditSink audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /// Adds a member; does nothing if the id is known.
  public void add(Member member) {
    int added =
        jdbc.sql(ADD)
            .param(member.id().value())
            .param(member.agency())
            .param(member.roles().stream().sorted().map(StaffRole::code).toArray(String[]::new))
            .update();
    if (added == 1) {
      audit.append("administrator", "staff.add", Set.of(member.id().value()), member.agency());
    }
  }

  /// The active member with this id.
  public Optional<Member> member(StaffId id) {
    return jdbc.sql(FIND)
        .param(id.value())
        .query(
            (row, n) ->
                new Member(
                    new StaffId(row.getObject("id", UUID.class)),
                    row.getString("agency"),
                    roles((String[]) row.getArray("roles").getArray())))
        .optional();
  }

  static Set<StaffRole> roles(String[] codes) {
    return Arrays.stream(codes)
        .map(code -> StaffRole.of(code).orElseThrow())
        .collect(Collectors.toSet());
  }
}

package svoi.bench.exchange;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditTrail;
import svoi.exchange.Moved;
import svoi.platform.Database;
import svoi.platform.PersonKeys;
import svoi.staff.Member;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// With what round officers work, and three of them, each of another agency.
record Office(Database desk, AuditTrail audit, PersonKeys keys, List<Member> officers) {
  private static final String OFFICERS =
      "SELECT id, agency FROM staff.v_member WHERE roles = '{round-officer}' ORDER BY agency";

  Office {
    officers = List.copyOf(officers);
  }

  static Office on(Database desk) {
    PersonKeys keys = new PersonKeys(desk.jdbc(), new byte[32]);
    List<Member> officers =
        desk.jdbc()
            .sql(OFFICERS)
            .query(
                (row, n) ->
                    new Member(
                        new StaffId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        Set.of(StaffRole.ROUND_OFFICER)))
            .list();
    return new Office(desk, new AuditTrail(desk.jdbc(), keys), keys, officers);
  }

  Member first() {
    return officers.get(0);
  }

  Member second() {
    return officers.get(1);
  }

  /// @throws IllegalStateException if the act was refused
  static void done(Moved moved) {
    if (!(moved instanceof Moved.Done)) {
      throw new IllegalStateException(moved.toString());
    }
  }
}

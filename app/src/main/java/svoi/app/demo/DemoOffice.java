package svoi.app.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditTrail;
import svoi.cases.Finding;
import svoi.exchange.Moved;
import svoi.exchange.Releases;
import svoi.exchange.offers.Noted;
import svoi.platform.Database;
import svoi.platform.PersonKeys;
import svoi.platform.Vault;
import svoi.staff.Member;
import svoi.staff.StaffRole;
import tools.jackson.databind.json.JsonMapper;

/// With what the invented officers of exchanges work, and who they are.
record DemoOffice(Database desk, AuditTrail audit, PersonKeys keys, Vault vault) {
  static final Member ROUNDS = member("rounds", "coordination-hq", StaffRole.ROUND_OFFICER);
  static final Member SECOND = member("rounds-sbu", "sbu", StaffRole.ROUND_OFFICER);
  static final Member RETURNS = member("returns", "ombudsman", StaffRole.RETURN_OFFICER);
  static final Member VERIFIER = member("verifier", "ombudsman", StaffRole.VERIFIER);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Member member(String key, String agency, StaffRole role) {
    return new Member(DemoStaff.id(key), agency, Set.of(role));
  }

  /// Runs a statement in which `:by` and `:agency` are the first round officer.
  int run(String sql, Map<String, ?> values) {
    return run(ROUNDS, sql, values);
  }

  /// Runs a statement in which `:by` and `:agency` are this member.
  int run(Member by, String sql, Map<String, ?> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("by", by.id().value());
    all.put("agency", by.agency());
    return desk.jdbc().sql(sql).params(all).update();
  }

  List<UUID> ids(String sql, Map<String, ?> values) {
    return desk.jdbc().sql(sql).params(values).query(UUID.class).list();
  }

  /// Writes the figures that an announcement or a correction has changed.
  void release() {
    int _ = new Releases(desk).writeChanged();
  }

  /// Rows as JSON for `jsonb_to_recordset`, so that thousands are one statement; or one row.
  static String json(Object rows) {
    return JSON.writeValueAsString(rows);
  }

  static UUID[] array(List<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  /// @throws IllegalStateException if the act was refused: the demo breaks a rule
  static void done(Moved moved) {
    if (!(moved instanceof Moved.Done)) {
      throw new IllegalStateException(moved.toString());
    }
  }

  /// @throws IllegalStateException if nothing was written: the demo breaks a rule
  static void done(Noted noted) {
    if (!(noted instanceof Noted.Done)) {
      throw new IllegalStateException(noted.toString());
    }
  }

  /// @throws IllegalStateException if there is a finding: the demo breaks a rule
  static void done(Optional<Finding> finding) {
    if (finding.isPresent()) {
      throw new IllegalStateException(finding.toString());
    }
  }
}

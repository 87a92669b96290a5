package svoi.consent;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.staff.StaffId;

/// Advocates by licence, and whose account at the desk is whose.
public final class Advocates {
  private static final String LICENCE = "SELECT licence FROM consent.counsel WHERE member_id = ?";
  private static final String KNOWN =
      "SELECT EXISTS (SELECT FROM consent.counsel WHERE licence = ?)";

  private final Database database;
  private final JdbcClient jdbc;
  private final Consents consents;

  public Advocates(Database database, AuditSink audit) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.consents = new Consents(database, audit);
  }

  /// The licence with which this account is linked.
  public Optional<String> licence(StaffId account) {
    return jdbc.sql(LICENCE).param(account.value()).query(String.class).optional();
  }

  /// Links the account with a licence that stands on a signed sheet, for good: from then on it
  /// reaches the clients of that advocate.
  ///
  /// @return false if no sheet names this licence
  /// @throws org.springframework.dao.DataIntegrityViolationException if the account is not an
  ///     advocate's, has another licence, or the licence has another account
  public boolean link(String licence, StaffId account, Member by) {
    by.needs(Right.MANAGE_STAFF);
    boolean known = jdbc.sql(KNOWN).param(licence).query(Boolean.class).single();
    boolean linked = licence(account).equals(Optional.of(licence));
    if (known && !linked) {
      database
          .transactions()
          .executeWithoutResult(s -> consents.linkCounsel(licence, account, by.actor()));
    }
    return known;
  }
}

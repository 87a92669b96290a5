package svoi.desk.detention;

import java.util.UUID;
import svoi.staff.Account;
import svoi.staff.Accounts;
import svoi.staff.StaffId;

/// Members by the names that colleagues know.
record Openers(Accounts accounts) {
  /// The name, or the id of an account that has none.
  String name(UUID member) {
    return accounts
        .find(new StaffId(member))
        .map(Account::displayName)
        .filter(name -> !name.isEmpty())
        .orElse(member.toString());
  }
}

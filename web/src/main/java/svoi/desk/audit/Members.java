package svoi.desk.audit;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import svoi.staff.Account;
import svoi.staff.Accounts;

/// Members by the names under which the log knows them.
final class Members {
  private final Accounts accounts;

  Members(Accounts accounts) {
    this.accounts = accounts;
  }

  /// Every account by its id as the log writes it.
  Map<String, Account> byActor() {
    return accounts.all().stream()
        .collect(Collectors.toMap(account -> account.member().actor(), Function.identity()));
  }
}

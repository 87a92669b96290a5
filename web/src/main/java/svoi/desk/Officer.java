package svoi.desk;

import java.util.Optional;
import svoi.platform.Language;
import svoi.staff.Account;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.web.Messages;

/// The signed-in member behind a request.
///
/// @param confirmed whether the member used a passkey within the last five minutes
/// @param done code of what the last action did, shown once above the page; see [DeskPages#see]
public record Officer(Account account, boolean confirmed, Optional<String> done) {
  public Member member() {
    return account.member();
  }

  public Language language() {
    return account.language();
  }

  public Messages messages() {
    return Messages.in(language());
  }

  public boolean may(Right right) {
    return member().may(right);
  }
}

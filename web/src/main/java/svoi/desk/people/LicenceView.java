package svoi.desk.people;

import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.staff.Account;

/// An advocate's account and its licence.
///
/// @param licence empty while the account is linked with none
public record LicenceView(Frame frame, Account account, Optional<String> licence, Typed typed)
    implements DeskView {
  public String path() {
    return "/desk/staff/" + account.member().id();
  }
}

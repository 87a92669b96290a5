package svoi.desk.signin;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.staff.Account;

/// The invented members of a demo.
public record DemoDoorView(Frame frame, List<Account> members, String to) implements DeskView {
  public DemoDoorView {
    members = List.copyOf(members);
  }
}

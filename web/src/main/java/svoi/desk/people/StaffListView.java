package svoi.desk.people;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.staff.Account;

/// All accounts, and the form of a new one.
public record StaffListView(Frame frame, List<Account> members, List<String> agencies, Typed typed)
    implements DeskView {
  public StaffListView {
    members = List.copyOf(members);
    agencies = List.copyOf(agencies);
  }
}

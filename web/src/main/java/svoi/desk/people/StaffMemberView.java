package svoi.desk.people;

import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.staff.Account;

/// One account.
///
/// @param link of a new invitation, shown once
public record StaffMemberView(
    Frame frame, Account account, Typed typed, boolean stale, Optional<String> link)
    implements DeskView {}

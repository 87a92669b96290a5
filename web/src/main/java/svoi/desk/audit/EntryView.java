package svoi.desk.audit;

import java.util.Map;
import java.util.Optional;
import svoi.audit.AuditLog;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.staff.Account;

/// One entry whole.
///
/// @param changes what was changed; empty if the entry says nothing of that, or the key is erased
public record EntryView(
    Frame frame, AuditLog.Item item, Map<String, Account> members, Optional<String> changes)
    implements DeskView {
  public EntryView {
    members = Map.copyOf(members);
  }
}

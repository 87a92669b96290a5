package svoi.desk.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
  /// Ids shown: an import may be about thousands.
  private static final int IDS = 200;

  public EntryView {
    members = Map.copyOf(members);
  }

  public List<UUID> shown() {
    return item.subjects().subList(0, Math.min(IDS, item.subjects().size()));
  }

  public int others() {
    return item.subjects().size() - shown().size();
  }
}

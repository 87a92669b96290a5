package svoi.desk.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import svoi.audit.AuditLog;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.staff.Account;

/// Who read or did something with one person.
///
/// @param lookers each once, the most recent first
/// @param more address of the older entries; empty at the end
public record LooksView(
    Frame frame,
    UUID person,
    List<AuditLog.Looker> lookers,
    List<AuditLog.Item> items,
    Map<String, Account> members,
    Optional<String> more)
    implements DeskView {
  public LooksView {
    lookers = List.copyOf(lookers);
    items = List.copyOf(items);
    members = Map.copyOf(members);
  }
}

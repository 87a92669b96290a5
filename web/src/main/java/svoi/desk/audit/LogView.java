package svoi.desk.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import svoi.audit.AuditLog;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.staff.Account;

/// Entries that were found, and what was asked for.
///
/// @param more address of the older entries; empty at the end
/// @param last number of the log's last entry
/// @param hash of that entry, which stands for all before it
public record LogView(
    Frame frame,
    Typed typed,
    List<AuditLog.Item> items,
    Map<String, Account> members,
    List<String> actions,
    Optional<String> more,
    long last,
    String hash)
    implements DeskView {
  /// Ids shown of one entry; the others are on its own page.
  private static final int IDS = 2;

  public LogView {
    items = List.copyOf(items);
    members = Map.copyOf(members);
    actions = List.copyOf(actions);
  }

  public static List<UUID> shown(AuditLog.Item item) {
    return item.subjects().subList(0, Math.min(IDS, item.subjects().size()));
  }

  public static int others(AuditLog.Item item) {
    return item.subjects().size() - shown(item).size();
  }

  static Optional<String> older(String address, OptionalLong next) {
    return next.isEmpty()
        ? Optional.empty()
        : Optional.of(address + (address.contains("?") ? "&" : "?") + "before=" + next.getAsLong());
  }
}

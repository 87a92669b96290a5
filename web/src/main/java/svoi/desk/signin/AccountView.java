package svoi.desk.signin;

import java.util.List;
import svoi.desk.DeskSession;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.staff.Right;

/// A member's own account.
public record AccountView(
    Frame frame,
    Officer officer,
    List<Key> keys,
    int codesLeft,
    List<String> newCodes,
    List<DeskSession.Seen> seen,
    List<Right> rights,
    boolean welcome)
    implements DeskView {
  public AccountView {
    keys = List.copyOf(keys);
    newCodes = List.copyOf(newCodes);
    rights = List.copyOf(rights);
  }

  public record Key(
      String id, String label, java.time.Instant createdAt, java.time.Instant lastUsedAt) {}
}

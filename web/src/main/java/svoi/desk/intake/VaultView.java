package svoi.desk.intake;

import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.intake.Vaults;

/// What is in a vault, for who asked, while the hour lasts.
///
/// @param id of the case
public record VaultView(Frame frame, UUID id, Vaults.Contents contents) implements DeskView {
  public String path() {
    return "/desk/intake/cases/" + id;
  }
}

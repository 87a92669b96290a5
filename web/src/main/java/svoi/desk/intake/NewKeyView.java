package svoi.desk.intake;

import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.intake.DeskKeys;

/// A key that was just made, with its shares on paper, which are shown this once.
public record NewKeyView(Frame frame, DeskKeys.NewEpoch made) implements DeskView {
  public String statementPath() {
    return "/desk/intake/keys/" + made.id() + "/statement";
  }
}

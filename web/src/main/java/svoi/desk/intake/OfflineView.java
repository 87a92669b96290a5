package svoi.desk.intake;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.intake.DeskKeys;
import svoi.intake.OfflineCases;

/// Offline desks of an officer, as far as anything of their cases is in clear.
///
/// @param typed what was refused of an answer that was brought
public record OfflineView(Frame frame, List<OneDesk> desks, Typed typed) implements DeskView {
  public OfflineView {
    desks = List.copyOf(desks);
  }

  /// A desk and its cases.
  public record OneDesk(DeskKeys.Desk desk, List<OfflineCases.Listed> cases) {
    public OneDesk {
      cases = List.copyOf(cases);
    }
  }
}

package svoi.desk.intake;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.intake.OfflineCases;

/// Taking a case of an offline desk out: what for is asked first.
public record CarryView(Frame frame, OfflineCases.Listed listed, Typed typed) implements DeskView {
  public String shortName() {
    return QueueView.shortName(listed.id());
  }

  public String path() {
    return "/desk/intake/offline/cases/" + listed.id();
  }

  public List<String> purposes() {
    return List.of(OfflineCases.Purpose.values()).stream().map(OfflineCases.Purpose::code).toList();
  }
}

package svoi.desk.needs;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.needs.FamiliesToTell;

/// Relatives who have not heard from us yet, the longest waiting first.
public record FamiliesView(Frame frame, List<FamiliesToTell.Family> families) implements DeskView {
  public FamiliesView {
    families = List.copyOf(families);
  }
}

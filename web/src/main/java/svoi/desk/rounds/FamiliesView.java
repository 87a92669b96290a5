package svoi.desk.rounds;

import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.Round;
import svoi.exchange.needs.FamiliesToTell;

/// Whose relatives wait to be told.
///
/// @param called whether this member calls families
public record FamiliesView(
    Frame frame, Round round, boolean called, List<FamiliesToTell.Family> families)
    implements DeskView {
  public FamiliesView {
    families = List.copyOf(families);
  }

  public String path() {
    return RoundDesk.path(round.id());
  }
}

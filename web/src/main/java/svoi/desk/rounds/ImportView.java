package svoi.desk.rounds;

import java.util.List;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.Round;
import svoi.exchange.TheirLists;

/// Taking in a list of theirs.
///
/// @param code why the file was not taken; empty: nothing is wrong
/// @param about what the code is about
/// @param demands how many rows need our ground; 0: none
/// @param ground as it was typed
public record ImportView(
    Frame frame,
    Round round,
    Optional<String> code,
    String about,
    List<TheirLists.Fault> faults,
    int demands,
    String ground)
    implements DeskView {
  public ImportView {
    faults = List.copyOf(faults);
  }

  public String path() {
    return RoundDesk.path(round.id());
  }
}

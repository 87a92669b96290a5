package svoi.desk.rounds;

import java.util.List;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.Block;
import svoi.exchange.Candidate;
import svoi.exchange.Round;
import svoi.exchange.RoundObstacle;

/// Who could stand in a block.
///
/// @param missing how many more the ratio asks for on this side; 0: none, or there is no ratio
/// @param next address of the following page
public record CandidatesView(
    Frame frame,
    Round round,
    Block block,
    Candidate.Wanted wanted,
    List<Candidate> candidates,
    int missing,
    Optional<String> next,
    List<RoundObstacle> refused)
    implements DeskView {
  public CandidatesView {
    candidates = List.copyOf(candidates);
    refused = List.copyOf(refused);
  }

  public String path() {
    return RoundDesk.path(round.id());
  }
}

package svoi.desk.rounds;

import java.util.Optional;
import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.exchange.Round;

/// The form of a round as a whole.
///
/// @param id made for a new round, so that it is opened once
/// @param round empty for a new one
/// @param stale what somebody else saved meanwhile
public record TermsView(
    Frame frame, UUID id, Optional<Round> round, Typed typed, Optional<Round> stale)
    implements DeskView {
  public String action() {
    return round.map(r -> RoundDesk.path(r.id()) + "/edit").orElse("/desk/rounds");
  }
}

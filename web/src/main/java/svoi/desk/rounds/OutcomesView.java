package svoi.desk.rounds;

import java.util.HexFormat;
import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.exchange.Outcome;
import svoi.exchange.Round;
import svoi.exchange.RoundObstacle;
import svoi.staff.Right;

/// What happened to the slots of a round.
///
/// @param page from 1 on
public record OutcomesView(
    Frame frame,
    Officer officer,
    Round round,
    List<Outcome> outcomes,
    int page,
    boolean more,
    List<RoundObstacle> refused)
    implements DeskView {
  public OutcomesView {
    outcomes = List.copyOf(outcomes);
    refused = List.copyOf(refused);
  }

  public String path() {
    return RoundDesk.path(round.id());
  }

  public boolean mayCorrect(Outcome outcome) {
    return officer.may(Right.CORRECT_OUTCOMES) && outcome.correction() == null;
  }

  public boolean maySign(Outcome.Correction correction) {
    return officer.may(Right.CORRECT_OUTCOMES)
        && correction.inEffect() == null
        && !correction.signatures().contains(officer.member().agency());
  }

  public String hash(Outcome.Correction correction) {
    return HexFormat.of().formatHex(correction.hash());
  }
}

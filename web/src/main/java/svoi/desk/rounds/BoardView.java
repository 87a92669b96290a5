package svoi.desk.rounds;

import java.util.ArrayList;
import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.exchange.Block;
import svoi.exchange.BoardSlot;
import svoi.exchange.Condition;
import svoi.exchange.Round;
import svoi.exchange.RoundObstacle;
import svoi.exchange.Side;
import svoi.staff.Right;

/// The readiness board: slots of a round with every condition for the planned day.
///
/// @param page from 1 on
public record BoardView(
    Frame frame,
    Officer officer,
    Round round,
    List<Block> blocks,
    BoardSlot.Tally tally,
    BoardSlot.Wanted wanted,
    List<BoardSlot> slots,
    int page,
    boolean more,
    List<RoundObstacle> refused)
    implements DeskView {
  public BoardView {
    blocks = List.copyOf(blocks);
    slots = List.copyOf(slots);
    refused = List.copyOf(refused);
  }

  public String path() {
    return RoundDesk.path(round.id());
  }

  public boolean mayDrop() {
    return officer.may(Right.MANAGE_ROUNDS)
        && !round.state().isOver()
        && round.state() != svoi.exchange.RoundState.EXECUTING;
  }

  public boolean mayPlace() {
    return officer.may(Right.MANAGE_ROUNDS) && round.state().isNegotiated();
  }

  public List<Condition> conditions() {
    return Condition.of(Side.OFFERED);
  }

  /// Address of another page with the same filters.
  public String at(int number) {
    List<String> asked = new ArrayList<>();
    if (wanted.block() != null) {
      asked.add("block=" + wanted.block());
    }
    Side side = wanted.side();
    if (side != null) {
      asked.add("side=" + side.code());
    }
    Condition missing = wanted.missing();
    if (missing != null) {
      asked.add("missing=" + missing.missing());
    }
    if (wanted.open()) {
      asked.add("open=yes");
    }
    asked.add("page=" + number);
    return path() + "/slots?" + String.join("&", asked);
  }
}

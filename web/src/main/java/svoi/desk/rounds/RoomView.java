package svoi.desk.rounds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.exchange.Block;
import svoi.exchange.BoardSlot;
import svoi.exchange.ListVersion;
import svoi.exchange.Round;
import svoi.exchange.RoundObstacle;
import svoi.exchange.RoundState;
import svoi.exchange.Rounds;
import svoi.staff.Right;

/// The room of one round.
///
/// @param next the step that comes if all goes well, and `before` what stands between; null: none
///     that is pressed here
/// @param moves other steps that can be pressed
/// @param families how many wait to be told; at most 50 are counted
/// @param refused why the last act was refused
public record RoomView(
    Frame frame,
    Officer officer,
    Round round,
    List<Block> blocks,
    List<ListVersion> lists,
    List<Rounds.Step> steps,
    BoardSlot.Tally tally,
    @Nullable RoundState next,
    List<RoundObstacle> before,
    List<RoundState> moves,
    int families,
    List<RoundObstacle> refused)
    implements DeskView {
  public RoomView {
    blocks = List.copyOf(blocks);
    lists = List.copyOf(lists);
    steps = List.copyOf(steps);
    before = List.copyOf(before);
    moves = List.copyOf(moves);
    refused = List.copyOf(refused);
  }

  public String path() {
    return RoundDesk.path(round.id());
  }

  public boolean mayChange() {
    return officer.may(Right.MANAGE_ROUNDS) && round.state().isNegotiated();
  }

  public boolean may(Right right) {
    return officer.may(right);
  }

  /// Whether the member's agency has still to sign this block.
  public boolean toSign(Block block) {
    return block.asymmetric()
        && officer.may(Right.SIGN_LISTS)
        && !block.signatures().contains(officer.member().agency());
  }
}

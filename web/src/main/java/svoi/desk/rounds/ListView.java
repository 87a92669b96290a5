package svoi.desk.rounds;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.exchange.ListRow;
import svoi.exchange.ListVersion;
import svoi.exchange.Round;
import svoi.exchange.RoundObstacle;
import svoi.staff.Right;

/// One version of a list.
///
/// @param before the version to compare with, the latest of the other side before this one
/// @param next the last position of this page; empty on the last page
public record ListView(
    Frame frame,
    Officer officer,
    Round round,
    ListVersion list,
    Optional<Integer> before,
    List<ListRow> rows,
    Optional<Integer> next,
    List<RoundObstacle> refused)
    implements DeskView {
  public ListView {
    rows = List.copyOf(rows);
    refused = List.copyOf(refused);
  }

  public String path() {
    return RoundDesk.path(round.id());
  }

  public String here() {
    return path() + "/lists/" + list.n();
  }

  public String hash() {
    return HexFormat.of().formatHex(list.hash());
  }

  public boolean maySign() {
    return list.ours()
        && list.isDraft()
        && officer.may(Right.SIGN_LISTS)
        && !list.signatures().contains(officer.member().agency());
  }

  public boolean maySend() {
    return list.ours()
        && list.isDraft()
        && officer.may(Right.MANAGE_ROUNDS)
        && list.signatures().size() >= 2;
  }

  public boolean mayReceive() {
    return !list.ours() && list.isDraft() && officer.may(Right.MANAGE_ROUNDS);
  }

  public boolean mayAdopt() {
    return !list.ours()
        && list.state().equals("received")
        && !list.agreesWithSlots()
        && officer.may(Right.MANAGE_ROUNDS)
        && round.state().isNegotiated();
  }

  public boolean mayDiscard() {
    return list.isDraft() && officer.may(Right.MANAGE_ROUNDS);
  }

  public boolean may(Right right) {
    return officer.may(right);
  }
}

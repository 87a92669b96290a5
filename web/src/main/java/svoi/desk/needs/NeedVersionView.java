package svoi.desk.needs;

import java.util.List;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.needs.NeedLists;
import svoi.exchange.needs.NeedRow;

/// One version of the need list, or all of them.
///
/// @param version empty: the list of versions
/// @param earlier versions to which this one can be compared
/// @param next position after which the following page begins
public record NeedVersionView(
    Frame frame,
    Officer officer,
    Optional<NeedLists.Version> version,
    List<NeedLists.Version> earlier,
    List<NeedRow> rows,
    Optional<Integer> next,
    Typed typed)
    implements DeskView {
  public NeedVersionView {
    earlier = List.copyOf(earlier);
    rows = List.copyOf(rows);
  }

  /// Where the version lies.
  public static String path(NeedLists.Version version) {
    return "/desk/needs/lists/" + version.id();
  }

  /// Whether this member's agency may still sign.
  public boolean maySign() {
    return version
        .filter(v -> v.isDraft() && !v.signed().contains(officer.member().agency()))
        .isPresent();
  }
}

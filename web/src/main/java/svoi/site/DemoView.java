package svoi.site;

import java.util.List;
import java.util.Optional;
import svoi.web.Layout;

/// The guided tour of a demo.
///
/// @param receipt nine words that open an invented thread of the anonymous door
/// @param desk whether the door for staff is open here
public record DemoView(
    Layout layout, List<Stop> stops, List<Round> rounds, Optional<String> receipt, boolean desk) {
  public DemoView {
    stops = List.copyOf(stops);
    rounds = List.copyOf(rounds);
  }

  /// One state with its person's address.
  public record Stop(String title, String text, String href, boolean visible) {}

  /// One state of a round with its address at the desk.
  public record Round(String title, String text, String href) {}
}

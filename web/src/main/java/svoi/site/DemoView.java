package svoi.site;

import java.util.List;
import svoi.web.Layout;

/// The guided tour of a demo.
///
/// @param desk whether the door for staff is open here
public record DemoView(Layout layout, List<Stop> stops, boolean desk) {
  public DemoView {
    stops = List.copyOf(stops);
  }

  /// One state with its person's address.
  public record Stop(String title, String text, String href, boolean visible) {}
}

package svoi.site;

import java.util.List;
import svoi.web.Layout;

/// The guided tour of a demo.
public record DemoView(Layout layout, List<Stop> stops) {
  public DemoView {
    stops = List.copyOf(stops);
  }

  /// One state with its person's address.
  public record Stop(String title, String text, String href, boolean visible) {}
}

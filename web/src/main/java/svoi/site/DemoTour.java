package svoi.site;

import java.util.List;
import svoi.register.ProfileId;

/// One invented person in each state, for the guided tour of a demo.
public interface DemoTour {
  /// The stops in the order of the tour; empty before the demo is loaded.
  List<Stop> stops();

  /// A stop of the tour.
  ///
  /// @param key of its words: `site.demo.stop.<key>.title` and `.text`
  /// @param visible whether the address shows a profile now; otherwise it shows that there is none
  record Stop(String key, ProfileId id, boolean visible) {}
}

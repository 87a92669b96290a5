package svoi.site;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.platform.Language;
import svoi.register.ProfileId;

/// One invented person and one invented round in each state, for the guided tour of a demo.
public interface DemoTour {
  /// The stops in the order of the tour; empty before the demo is loaded.
  List<Stop> stops();

  /// A round in each state, in the order in which a round goes through them.
  default List<Round> rounds() {
    return List.of();
  }

  /// Words of a receipt that opens an invented thread of the anonymous door; empty if none does.
  default Optional<String> receipt(Language language) {
    return Optional.empty();
  }

  /// A stop of the tour.
  ///
  /// @param key of its words: `site.demo.stop.<key>.title` and `.text`
  /// @param visible whether the address shows a profile now; otherwise it shows that there is none
  record Stop(String key, ProfileId id, boolean visible) {}

  /// An invented round, for those who look at the desk.
  ///
  /// @param key of its words: `site.demo.round.<key>.title` and `.text`
  record Round(String key, UUID id) {}
}

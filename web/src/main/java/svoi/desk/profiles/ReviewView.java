package svoi.desk.profiles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.media.Studio;
import svoi.register.Check;
import svoi.register.Difference;
import svoi.register.Reviews;
import svoi.register.Step;

/// All that a reviewer needs in order to say yes or no.
///
/// @param sheet empty while nothing was written
/// @param facts fields of the content but the plots, by name, in words
/// @param plots the plot in each language, by its code
/// @param changes since the last content that both agencies approved
/// @param cleared marked words that may stay for a reason
/// @param media what the profile shows
/// @param reviews whether the member is a reviewer
public record ReviewView(
    Frame frame,
    Subject subject,
    Optional<Reviews.Sheet> sheet,
    Typed typed,
    Map<String, String> facts,
    Map<String, String> plots,
    List<Difference> changes,
    List<MarkView> cleared,
    List<Studio.Asset> media,
    List<Step> history,
    WhyView why,
    boolean reviews)
    implements DeskView {
  public ReviewView {
    facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
    plots = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(plots));
    changes = List.copyOf(changes);
    cleared = List.copyOf(cleared);
    media = List.copyOf(media);
    history = List.copyOf(history);
  }

  /// What has to be ticked, in the order of the rules.
  public List<Check> checks() {
    return sheet.map(s -> s.required().stream().sorted().toList()).orElse(List.of());
  }

  /// Whether this member can decide now.
  public boolean open() {
    return reviews && sheet.map(Reviews.Sheet::handedIn).orElse(false);
  }
}

package svoi.desk.detention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;

/// Where a person is held.
///
/// @param places the latest first
/// @param once whether it was opened with a reason, for this page only
/// @param mayRecord whether this officer may record a transfer
public record PlaceView(
    Frame frame, UUID person, String name, List<Place> places, boolean once, boolean mayRecord)
    implements DeskView {
  public PlaceView {
    places = List.copyOf(places);
  }

  /// One place.
  public record Place(String institution, LocalDate since, Instant recordedAt) {}

  public String path() {
    return DetentionController.path(person);
  }
}

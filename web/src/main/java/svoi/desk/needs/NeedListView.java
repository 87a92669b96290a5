package svoi.desk.needs;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.exchange.Category;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.Health;
import svoi.exchange.needs.NeedFilter;
import svoi.exchange.needs.Track;

/// Awaited persons whom a member sees: found by name, or by filters, longest in captivity first.
///
/// @param query what was searched for; empty for the list
/// @param similar only near what was searched for
/// @param tracks those that the member may choose between
/// @param next address of the following page
public record NeedListView(
    Frame frame,
    Officer officer,
    LocalDate today,
    String query,
    NeedFilter filter,
    List<Track> tracks,
    List<AwaitedFile> files,
    List<AwaitedFile> similar,
    Optional<String> next)
    implements DeskView {
  public NeedListView {
    tracks = List.copyOf(tracks);
    files = List.copyOf(files);
    similar = List.copyOf(similar);
  }

  /// Categories of which this member may see somebody.
  public List<Category> categories() {
    return Arrays.stream(Category.values())
        .filter(category -> tracks.contains(Track.of(category, Health.ORDINARY)) || returns())
        .toList();
  }

  /// Conditions of which this member may see somebody.
  public List<Health> conditions() {
    return Arrays.stream(Health.values())
        .filter(health -> tracks.contains(Track.of(Category.POW, health)) || returns())
        .toList();
  }

  /// Every category and condition stands on the track of return.
  private boolean returns() {
    return tracks.contains(Track.UNCONDITIONAL);
  }

  /// Days in captivity until today.
  public static int days(AwaitedFile file, LocalDate today) {
    return Math.toIntExact(ChronoUnit.DAYS.between(file.person().heldSince(), today));
  }
}

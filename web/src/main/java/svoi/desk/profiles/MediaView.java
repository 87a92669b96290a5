package svoi.desk.profiles;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.media.Studio;

/// Pictures and films of one person.
///
/// @param photo the picture that the profile shows
/// @param video the film that the profile shows
public record MediaView(
    Frame frame,
    Subject subject,
    List<Studio.Asset> assets,
    Optional<UUID> photo,
    Optional<UUID> video,
    Typed typed,
    boolean originals)
    implements DeskView {
  public MediaView {
    assets = List.copyOf(assets);
  }

  public boolean shown(Studio.Asset asset) {
    Optional<UUID> id = Optional.of(asset.id());
    return photo.equals(id) || video.equals(id);
  }
}

package svoi.register;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A picture or a video that may be shown now, with its files.
///
/// @param seconds length of a video; 0 for a picture
public record PublicAsset(UUID id, int seconds, List<Rendition> renditions) {
  public PublicAsset {
    renditions = List.copyOf(renditions);
  }

  /// The file of that name, if there is one.
  public Optional<Rendition> rendition(String name) {
    return renditions.stream().filter(r -> r.name().equals(name)).findFirst();
  }
}

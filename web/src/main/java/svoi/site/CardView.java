package svoi.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A profile in a list.
///
/// @param original the Ukrainian spelling on pages in other languages, otherwise null
/// @param picture null without consent to one: then the silhouette stands there
public record CardView(
    String href,
    String name,
    @Nullable String original,
    String region,
    String convicted,
    @Nullable PictureView picture,
    Silhouette silhouette,
    List<Tag> tags) {
  public CardView {
    tags = List.copyOf(tags);
  }
}

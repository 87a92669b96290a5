package svoi.site;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import svoi.register.PublicAsset;
import svoi.register.Rendition;

/// A picture in the form every browser reads, and in a smaller one if there is one.
public record PictureView(String jpeg, @Nullable String avif, int width, int height) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 800;

  /// The picture of an asset; empty if it has no file of the common form.
  static Optional<PictureView> of(PublicAsset asset) {
    return file(asset, "image/jpeg").map(jpeg -> view(asset, jpeg));
  }

  private static PictureView view(PublicAsset asset, Rendition jpeg) {
    String avif = file(asset, "image/avif").map(r -> href(asset, r)).orElse(null);
    Integer width = jpeg.width();
    Integer height = jpeg.height();
    return new PictureView(
        href(asset, jpeg), avif, width == null ? WIDTH : width, height == null ? HEIGHT : height);
  }

  /// The file of this type; of several sizes the usual one, whose name has no second part.
  static Optional<Rendition> file(PublicAsset asset, String type) {
    return asset.renditions().stream()
        .filter(r -> r.type().equals(type))
        .min(Comparator.comparing(r -> r.name().contains("-")));
  }

  static String href(PublicAsset asset, Rendition rendition) {
    return "/media/" + asset.id() + "/" + rendition.name();
  }
}

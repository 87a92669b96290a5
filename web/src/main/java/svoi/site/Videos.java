package svoi.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import svoi.media.MediaStore;
import svoi.platform.Language;
import svoi.register.PublicAsset;
import svoi.register.Rendition;
import svoi.web.Messages;

/// Makes a video into what the page shows: the film, its captions in all languages, its text.
final class Videos {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;

  /// A longer text of an interview is left to its file: the page must stay small.
  private static final long TRANSCRIPT = 20_000;

  private final MediaStore store;

  Videos(MediaStore store) {
    this.store = store;
  }

  /// The film; empty if the asset has none.
  Optional<ProfileView.VideoView> view(PublicAsset asset, Messages t) {
    return asset.renditions().stream()
        .filter(file -> file.type().startsWith("video/"))
        .findFirst()
        .map(film -> view(asset, film, t));
  }

  private ProfileView.VideoView view(PublicAsset asset, Rendition film, Messages t) {
    Integer width = film.width();
    Integer height = film.height();
    return new ProfileView.VideoView(
        PictureView.href(asset, film),
        film.type(),
        PictureView.file(asset, "image/jpeg").map(p -> PictureView.href(asset, p)).orElse(null),
        width == null ? WIDTH : width,
        height == null ? HEIGHT : height,
        t.get(
            "site.video.length", "minutes", asset.seconds() / 60, "seconds", asset.seconds() % 60),
        tracks(asset, t),
        transcript(asset, t.language()));
  }

  private static List<ProfileView.Track> tracks(PublicAsset asset, Messages t) {
    return Stream.of(Language.values())
        .flatMap(
            language ->
                in(asset, "text/vtt", language)
                    .map(
                        file ->
                            new ProfileView.Track(
                                PictureView.href(asset, file),
                                language.code(),
                                t.get("site.language." + language.code()),
                                language == t.language()))
                    .stream())
        .toList();
  }

  private static Optional<Rendition> in(PublicAsset asset, String type, Language language) {
    return asset.renditions().stream()
        .filter(file -> file.type().startsWith(type) && language.code().equals(file.language()))
        .findFirst();
  }

  private List<String> transcript(PublicAsset asset, Language language) {
    return in(asset, "text/plain", language)
        .filter(file -> file.bytes() <= TRANSCRIPT)
        .map(file -> lines(store.path(file.sha256())))
        .orElse(List.of());
  }

  /// A file that can't be read leaves the page without the text, not the reader without the page.
  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}

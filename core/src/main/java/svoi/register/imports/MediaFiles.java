package svoi.register.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import svoi.media.Media;
import svoi.media.MediaStore;
import svoi.media.StoredFile;
import svoi.platform.Language;

/// Picture and video files that lie beside an import file.
///
/// A picture `NAME` is `NAME.jpg` and, if there, `NAME.avif`, both 4:5. A video `NAME` is
/// `NAME.mp4` with
/// its poster `NAME.jpg` (and `NAME.avif`), captions `NAME.uk.vtt` and transcripts `NAME.uk.txt` in
/// each language.
final class MediaFiles {
  private final Path folder;
  private final Optional<MediaStore> store;
  private final Map<Path, StoredFile> seen = new HashMap<>();

  /// @param store empty in a dry run: files are read and hashed, nothing is kept
  MediaFiles(Path folder, Optional<MediaStore> store) {
    this.folder = folder;
    this.store = store;
  }

  /// The files of a picture; empty if the required ones are missing.
  Optional<List<Media.File>> photo(String base) {
    List<Media.File> files = new ArrayList<>();
    add(files, base + ".jpg", "photo.jpg", "image/jpeg", null, 640, 800);
    if (files.isEmpty()) {
      return Optional.empty();
    }
    add(files, base + ".avif", "photo.avif", "image/avif", null, 640, 800);
    return Optional.of(files);
  }

  /// The files of a video; empty if the film, its poster, or captions or a transcript in a language
  /// are missing.
  Optional<List<Media.File>> video(String base) {
    List<Media.File> files = new ArrayList<>();
    add(files, base + ".mp4", "interview.mp4", "video/mp4", null, 640, 360);
    add(files, base + ".jpg", "poster.jpg", "image/jpeg", null, 640, 360);
    for (Language language : Language.values()) {
      String code = language.code();
      add(
          files,
          base + "." + code + ".vtt",
          "captions-" + code + ".vtt",
          "text/vtt",
          code,
          null,
          null);
      add(
          files,
          base + "." + code + ".txt",
          "transcript-" + code + ".txt",
          "text/plain",
          code,
          null,
          null);
    }
    if (files.size() < 8) {
      return Optional.empty();
    }
    add(files, base + ".avif", "poster.avif", "image/avif", null, 640, 360);
    return Optional.of(files);
  }

  private void add(
      List<Media.File> files,
      String file,
      String name,
      String type,
      @org.jspecify.annotations.Nullable String language,
      @org.jspecify.annotations.Nullable Integer width,
      @org.jspecify.annotations.Nullable Integer height) {
    Path path = folder.resolve(file);
    if (Files.isRegularFile(path)) {
      StoredFile stored = seen.computeIfAbsent(path, this::take);
      files.add(new Media.File(name, type, language, stored, width, height));
    }
  }

  private StoredFile take(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return store.isPresent() ? store.get().store(in) : MediaStore.examine(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

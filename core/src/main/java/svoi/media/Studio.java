package svoi.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.platform.Evidence;
import svoi.platform.Language;
import svoi.platform.Vault;
import svoi.staff.Member;
import svoi.staff.Right;

/// Takes in pictures and films of persons: originals go unchanged into the vault, what is shown is
/// made from them here and carries no metadata (R22). Whoever calls has asked whose file it is.
///
/// Seats for later: a transcoder that encodes films anew in several sizes, uploads that go on after
/// a broken line, a store that is not a folder.
public final class Studio {
  /// Of one picture: more than any camera's JPEG.
  public static final int LARGEST_PICTURE = 25_000_000;

  /// Of one film: an hour in good quality; longer ones wait for the transcoder.
  public static final long LARGEST_FILM = 1_000_000_000;

  /// Of captions or a transcript in one language.
  public static final int LARGEST_TEXT = 300_000;

  private static final int ACROSS = 4;
  private static final int DOWN = 5;
  private static final int WIDE = 640;
  private static final int LARGE = 1_280;

  private final Database database;
  private final StudioRepository assets;
  private final MediaStore store;
  private final Vault vault;
  private final AuditSink audit;

  public Studio(Database database, MediaStore store, Vault vault, AuditSink audit) {
    this.database = database;
    this.assets = new StudioRepository(database.jdbc());
    this.store = store;
    this.vault = vault;
    this.audit = audit;
  }

  /// One picture or video of a person, shown or not.
  public record Asset(
      UUID id, String kind, int seconds, List<File> files, Optional<String> originalType) {
    public Asset {
      files = List.copyOf(files);
    }
  }

  /// A file that is shown.
  public record File(
      String name,
      String type,
      String language,
      String sha256,
      long bytes,
      int width,
      int height) {}

  /// All pictures and videos of a person, newest first.
  public List<Asset> of(PersonId person) {
    return assets.of(person);
  }

  /// Takes a JPEG or PNG, by its content. The same original again gets the new crop.
  public Received photo(PersonId person, InputStream content, Crop crop, Member by) {
    by.needs(Right.WRITE_PROFILES);
    try {
      byte[] original = whole(content);
      String type = Picture.typeOf(original);
      Picture shown = Picture.read(original).cropped(crop, ACROSS, DOWN);
      Evidence kept = vault.put(person.value(), new ByteArrayInputStream(original));
      List<Media.File> files = new ArrayList<>();
      files.add(jpeg("photo.jpg", shown.atMost(WIDE)));
      if (shown.width() >= LARGE) {
        files.add(jpeg("photo-large.jpg", shown.atMost(LARGE)));
      }
      return take(person, new StudioRepository.Original("photo", type, kept, null), files, by);
    } catch (Unfit e) {
      return new Received.Refused(e.code());
    }
  }

  /// Takes an MP4 that browsers play. What is shown is the same film without its metadata; a film
  /// with tracks other than picture and sound is refused, because they can't be cleaned.
  public Received film(PersonId person, InputStream content, Member by) {
    by.needs(Right.WRITE_PROFILES);
    try {
      Path copy = Files.createTempFile("film-", ".mp4");
      try {
        if (!copied(content, copy)) {
          return new Received.Refused("media.film_too_large");
        }
        return film(person, copy, by);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Received film(PersonId person, Path copy, Member by) throws IOException {
    try (FileChannel file =
        FileChannel.open(copy, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Evidence kept;
      try (InputStream in = Files.newInputStream(copy)) {
        kept = vault.put(person.value(), in);
      }
      Film.Shape shape = Film.clean(file);
      StoredFile stored;
      try (InputStream in = Files.newInputStream(copy)) {
        stored = store.store(in);
      }
      Media.File shown =
          new Media.File("interview.mp4", "video/mp4", null, stored, shape.width(), shape.height());
      return take(
          person,
          new StudioRepository.Original("video", "video/mp4", kept, shape.seconds()),
          List.of(shown),
          by);
    } catch (Unfit e) {
      return new Received.Refused(e.code());
    }
  }

  /// Takes the picture that stands before a film is played.
  public Received poster(PersonId person, UUID film, InputStream content, Member by) {
    by.needs(Right.WRITE_PROFILES);
    try {
      Picture shown = Picture.read(whole(content)).cropped(Crop.MIDDLE, 16, 9).atMost(WIDE);
      replace(person, film, jpeg("poster.jpg", shown), by);
      return new Received.Taken(film);
    } catch (Unfit e) {
      return new Received.Refused(e.code());
    }
  }

  /// Takes captions that were read as good, in one language; earlier ones are replaced.
  public void captions(
      PersonId person, UUID film, Language language, Captions.Read.Good captions, Member by) {
    by.needs(Right.WRITE_PROFILES);
    text(person, film, "captions-%s.vtt", "text/vtt", language, captions.file(), by);
  }

  /// Takes the words of a film as plain text, in one language; earlier ones are replaced.
  public void transcript(PersonId person, UUID film, Language language, String words, Member by) {
    by.needs(Right.WRITE_PROFILES);
    byte[] file = words.getBytes(StandardCharsets.UTF_8);
    text(person, film, "transcript-%s.txt", "text/plain", language, file, by);
  }

  /// What was handed in, unchanged; who opens it is noted.
  ///
  /// @throws svoi.platform.EvidenceDamaged if it is not what was hashed
  public Optional<InputStream> original(PersonId person, UUID asset, Member by) {
    by.needs(Right.READ_RESTRICTED);
    return assets
        .original(person, asset)
        .map(
            hash -> {
              InputStream in = vault.open(person.value(), hash);
              assets.addCustody(asset, person, "opened", null, hash, by);
              audit.append(by.actor(), "media.open-original", Set.of(person.value()), "");
              return in;
            });
  }

  private void text(
      PersonId person,
      UUID film,
      String name,
      String type,
      Language language,
      byte[] file,
      Member by) {
    StoredFile stored = store.store(new ByteArrayInputStream(file));
    String code = language.code();
    replace(person, film, new Media.File(name.formatted(code), type, code, stored, null, null), by);
  }

  private void replace(PersonId person, UUID asset, Media.File file, Member by) {
    database.inTransaction(
        () -> {
          assets.needVideo(person, asset);
          assets.replace(asset, person, file);
          assets.addCustody(asset, person, "rendered", file.name(), file.stored().sha256(), by);
          audit.append(by.actor(), "media.file", Set.of(person.value()), file.name());
          return true;
        });
  }

  private Received take(
      PersonId person, StudioRepository.Original original, List<Media.File> files, Member by) {
    return database.inTransaction(
        () -> {
          UUID asset = assets.add(person, original);
          byte[] hash = original.kept().sha256();
          assets.addCustody(asset, person, "received", null, hash, by);
          if (original.kind().equals("photo")) {
            assets.removeFiles(asset);
          }
          for (Media.File file : files) {
            assets.replace(asset, person, file);
            assets.addCustody(asset, person, "rendered", file.name(), file.stored().sha256(), by);
          }
          audit.append(by.actor(), "media.add", Set.of(person.value()), original.kind());
          return new Received.Taken(asset);
        });
  }

  private Media.File jpeg(String name, Picture picture) {
    StoredFile stored = store.store(new ByteArrayInputStream(picture.jpeg()));
    return new Media.File(name, "image/jpeg", null, stored, picture.width(), picture.height());
  }

  private static byte[] whole(InputStream content) throws Unfit {
    try {
      byte[] file = content.readNBytes(LARGEST_PICTURE + 1);
      if (file.length > LARGEST_PICTURE) {
        throw new Unfit("media.picture_too_large");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns false if there is more than may be.
  private static boolean copied(InputStream content, Path to) throws IOException {
    try (var out = Files.newOutputStream(to, StandardOpenOption.TRUNCATE_EXISTING)) {
      byte[] part = new byte[65_536];
      long bytes = 0;
      for (int n = content.read(part); n >= 0; n = content.read(part)) {
        bytes += n;
        if (bytes > LARGEST_FILM) {
          return false;
        }
        out.write(part, 0, n);
      }
      return true;
    }
  }
}

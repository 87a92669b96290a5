package svoi.media;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;

/// Pictures and videos of persons: which files belong together, under which hashes.
public final class Media {
  private static final String FIND =
      "SELECT id FROM media.asset WHERE person_id = ? AND kind = ? AND original_sha256 = ?";
  private static final String ADD =
      "INSERT INTO media.asset (id, person_id, kind, original_sha256, duration_s) VALUES (?, ?, ?, ?, ?)";
  private static final String ADD_RENDITION =
      """
      INSERT INTO media.rendition (asset_id, person_id, name, media_type, language, sha256, bytes, width, height)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final AuditSink audit;

  public Media(JdbcClient jdbc, AuditSink audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /// One file to serve.
  ///
  /// @param name for example `photo.avif`, `interview.mp4`, `captions-uk.vtt`, `transcript-uk.txt`
  public record File(
      String name,
      String mediaType,
      @Nullable String language,
      StoredFile stored,
      @Nullable Integer width,
      @Nullable Integer height) {}

  /// Adds a picture; the first file is the original. The same original twice is one asset.
  public UUID addPhoto(PersonId person, List<File> files, String actor) {
    return add(person, "photo", null, files, actor);
  }

  /// Adds a video of `seconds` length; the first file is the original.
  public UUID addVideo(PersonId person, int seconds, List<File> files, String actor) {
    return add(person, "video", seconds, files, actor);
  }

  private UUID add(
      PersonId person, String kind, @Nullable Integer seconds, List<File> files, String actor) {
    byte[] original = files.getFirst().stored().sha256();
    Optional<UUID> known =
        jdbc.sql(FIND).params(person.value(), kind, original).query(UUID.class).optional();
    if (known.isPresent()) {
      return known.get();
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(ADD)
        .param(id)
        .param(person.value())
        .param(kind)
        .param(original)
        .param(seconds)
        .update();
    files.forEach(file -> addRendition(id, person, file));
    audit.append(actor, "media.add", Set.of(person.value()), kind);
    return id;
  }

  private void addRendition(UUID asset, PersonId person, File file) {
    jdbc.sql(ADD_RENDITION)
        .param(asset)
        .param(person.value())
        .param(file.name())
        .param(file.mediaType())
        .param(file.language())
        .param(file.stored().sha256())
        .param(file.stored().bytes())
        .param(file.width())
        .param(file.height())
        .update();
  }
}

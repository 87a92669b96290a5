package svoi.media;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.platform.Sha256;

/// Pictures and videos of persons: which files belong together, under which hashes.
public final class Media {
  private static final String FIND =
      "SELECT id FROM media.asset WHERE person_id = ? AND kind = ? AND original_sha256 = ?";
  private static final String ADD =
      "INSERT INTO media.asset (id, person_id, kind, original_sha256, duration_s) VALUES (?, ?, ?, ?, ?)";
  private static final String ADD_RENDITIONS =
      """
      INSERT INTO media.rendition (asset_id, person_id, name, media_type, language, sha256, bytes, width, height)
      SELECT ?, ?, n.name, n.type, n.language, decode(n.hash, 'hex'), n.bytes::bigint, n.width::int, n.height::int
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        n (name, type, language, hash, bytes, width, height)
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
    addRenditions(id, person, files);
    audit.append(actor, "media.add", Set.of(person.value()), kind);
    return id;
  }

  private void addRenditions(UUID asset, PersonId person, List<File> files) {
    jdbc.sql(ADD_RENDITIONS)
        .param(asset)
        .param(person.value())
        .param(column(files, File::name))
        .param(column(files, File::mediaType))
        .param(column(files, File::language))
        .param(column(files, file -> Sha256.hex(file.stored().sha256())))
        .param(column(files, file -> file.stored().bytes()))
        .param(column(files, File::width))
        .param(column(files, File::height))
        .update();
  }

  private static @Nullable String[] column(
      List<File> files, Function<File, @Nullable Object> value) {
    @Nullable String[] column = new @Nullable String[files.size()];
    for (int i = 0; i < column.length; i++) {
      Object cell = value.apply(files.get(i));
      column[i] = cell == null ? null : cell.toString();
    }
    return column;
  }
}

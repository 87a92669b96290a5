package svoi.media;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.PersonId;
import svoi.platform.Evidence;
import svoi.platform.Sha256;
import svoi.staff.Member;

/// SQL of pictures and films that are handed in.
final class StudioRepository {
  private static final String ADD =
      """
      INSERT INTO media.asset (id, person_id, kind, original_sha256, duration_s, original_type, original_bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT ON CONSTRAINT asset_once DO NOTHING
      """;
  private static final String FIND =
      "SELECT id FROM media.asset WHERE person_id = ? AND kind = ? AND original_sha256 = ?";
  private static final String OF =
      """
      SELECT a.id, a.kind, coalesce(a.duration_s, 0) AS seconds, a.original_type,
             r.name, r.media_type, r.language, r.sha256, r.bytes, r.width, r.height
      FROM media.asset a LEFT JOIN media.rendition r ON r.asset_id = a.id
      WHERE a.person_id = ? ORDER BY a.created_at DESC, a.id, r.name
      """;
  private static final String ORIGINAL =
      """
      SELECT original_sha256 FROM media.asset
      WHERE id = ? AND person_id = ? AND original_type IS NOT NULL
      """;
  private static final String REMOVE =
      "DELETE FROM media.rendition WHERE asset_id = ? AND name = ?";
  private static final String ADD_FILE =
      """
      INSERT INTO media.rendition (asset_id, person_id, name, media_type, language, sha256, bytes, width, height)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_CUSTODY =
      """
      INSERT INTO media.custody (asset_id, person_id, step, name, sha256, member_id) VALUES (?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;

  StudioRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A file as it was handed in.
  ///
  /// @param seconds length of a film; null for a picture
  record Original(String kind, String type, Evidence kept, @Nullable Integer seconds) {}

  /// The asset of this original, new or known.
  UUID add(PersonId person, Original original) {
    jdbc.sql(ADD)
        .param(UUID.randomUUID())
        .param(person.value())
        .param(original.kind())
        .param(original.kept().sha256())
        .param(original.seconds())
        .param(original.type())
        .param(original.kept().bytes())
        .update();
    return jdbc.sql(FIND)
        .params(person.value(), original.kind(), original.kept().sha256())
        .query(UUID.class)
        .single();
  }

  List<Studio.Asset> of(PersonId person) {
    Map<UUID, Studio.Asset> found = new LinkedHashMap<>();
    jdbc.sql(OF)
        .param(person.value())
        .query(
            row -> {
              UUID id = Objects.requireNonNull(row.getObject("id", UUID.class));
              Studio.Asset known = found.get(id);
              List<Studio.File> files = new ArrayList<>(known == null ? List.of() : known.files());
              if (row.getString("name") != null) {
                files.add(
                    new Studio.File(
                        row.getString("name"),
                        row.getString("media_type"),
                        Objects.requireNonNullElse(row.getString("language"), ""),
                        Sha256.hex(row.getBytes("sha256")),
                        row.getLong("bytes"),
                        row.getInt("width"),
                        row.getInt("height")));
              }
              found.put(
                  id,
                  new Studio.Asset(
                      id,
                      row.getString("kind"),
                      row.getInt("seconds"),
                      files,
                      Optional.ofNullable(row.getString("original_type"))));
            });
    return List.copyOf(found.values());
  }

  Optional<byte[]> original(PersonId person, UUID asset) {
    return jdbc.sql(ORIGINAL).params(asset, person.value()).query(byte[].class).optional();
  }

  /// @throws IllegalArgumentException if the person has no such video
  void needVideo(PersonId person, UUID asset) {
    if (of(person).stream().noneMatch(a -> a.id().equals(asset) && a.kind().equals("video"))) {
      throw new IllegalArgumentException("no such video");
    }
  }

  void removeFiles(UUID asset) {
    jdbc.sql("DELETE FROM media.rendition WHERE asset_id = ?").param(asset).update();
  }

  void replace(UUID asset, PersonId person, Media.File file) {
    jdbc.sql(REMOVE).params(asset, file.name()).update();
    jdbc.sql(ADD_FILE)
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

  void addCustody(
      UUID asset, PersonId person, String step, @Nullable String name, byte[] sha256, Member by) {
    jdbc.sql(ADD_CUSTODY)
        .param(asset)
        .param(person.value())
        .param(step)
        .param(name)
        .param(sha256)
        .param(by.id().value())
        .update();
  }
}

package svoi.register;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.platform.Sha256;

/// What the public may see now, read through the views under the site's role. Every answer is asked
/// of the database: nothing is remembered here.
public final class PublicRegister {
  private static final String PROFILE = "SELECT * FROM register.v_profile WHERE id = ?";
  private static final String PROFILES = "SELECT * FROM register.v_profile WHERE id = ANY (?)";
  private static final String ONCE = "SELECT count(*) FROM register.v_once_public WHERE id = ?";
  private static final String FILE =
      """
      SELECT media_type, sha256, bytes, visible_until FROM register.v_media WHERE asset_id = ? AND name = ?
      """;
  private static final String ONCE_ASSET =
      "SELECT count(*) FROM register.v_once_public_media WHERE asset_id = ?";

  private final JdbcClient jdbc;

  public PublicRegister(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The visible profile with this id.
  public Optional<Profile> profile(ProfileId id) {
    return jdbc.sql(PROFILE).param(id.value()).query(ProfileRow::read).optional();
  }

  /// The visible ones of these profiles, in the order given.
  public List<Profile> profiles(List<ProfileId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    UUID[] wanted = ids.stream().map(ProfileId::value).toArray(UUID[]::new);
    Map<ProfileId, Profile> found =
        jdbc.sql(PROFILES).param(wanted).query(ProfileRow::read).list().stream()
            .collect(Collectors.toMap(Profile::id, Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /// Whether a profile with this id was ever visible: its address answers 410 and not 404.
  public boolean oncePublic(ProfileId id) {
    return jdbc.sql(ONCE).param(id.value()).query(Integer.class).single() > 0;
  }

  /// A file that may be served now.
  public Optional<PublicFile> file(UUID asset, String name) {
    return jdbc.sql(FILE)
        .param(asset)
        .param(name)
        .query(
            (row, n) ->
                new PublicFile(
                    row.getString("media_type"),
                    Sha256.hex(row.getBytes("sha256")),
                    row.getLong("bytes"),
                    ProfileRow.moment(row, "visible_until")))
        .optional();
  }

  /// Whether this picture or video belongs to someone who was once public.
  public boolean oncePublicAsset(UUID asset) {
    return jdbc.sql(ONCE_ASSET).param(asset).query(Integer.class).single() > 0;
  }
}

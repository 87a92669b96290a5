package svoi.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.platform.Sha256;

/// The words that are read out before a signature, by version and language.
public final class ConsentTexts {
  private static final String NEWEST =
      """
      SELECT id FROM consent.text_version WHERE valid_from <= platform.today()
      ORDER BY valid_from DESC, id DESC LIMIT 1
      """;
  private static final String POINTS =
      "SELECT number, body FROM consent.point_text WHERE text_version = ? AND language = ? ORDER BY number";
  private static final String SCOPES =
      "SELECT scope, body, evidence FROM consent.text_version WHERE id = ? AND language = ?";

  private final JdbcClient jdbc;

  public ConsentTexts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One version in one language.
  ///
  /// @param points the fourteen points, in order
  /// @param scopes the words of each consent, in the order of [Scope]
  /// @param confirmed whether a lawyer has confirmed every word of it
  public record Text(
      String version,
      String language,
      List<String> points,
      Map<Scope, String> scopes,
      boolean confirmed) {
    /// The id that a form carries as a QR code: version, language, and the beginning of the hash of
    /// all its words.
    public String id() {
      String words = String.join("\n", points) + "\n" + String.join("\n", scopes.values());
      return "svoi:"
          + version
          + ":"
          + language
          + ":"
          + Sha256.hex(Sha256.of(words)).substring(0, 16);
    }
  }

  private record Words(String scope, String body, boolean confirmed) {
    static Words read(ResultSet row) throws SQLException {
      return new Words(
          row.getString("scope"),
          row.getString("body"),
          row.getString("evidence").equals("confirmed"));
    }
  }

  /// The version that sessions of today read.
  public String current() {
    return jdbc.sql(NEWEST).query(String.class).single();
  }

  /// The words of a version; empty if it does not exist whole in this language.
  public Optional<Text> find(String version, String language) {
    List<String> points =
        jdbc.sql(POINTS).params(version, language).query((row, n) -> row.getString("body")).list();
    Map<String, Words> words =
        jdbc
            .sql(SCOPES)
            .params(version, language)
            .query((row, n) -> Words.read(row))
            .list()
            .stream()
            .collect(Collectors.toMap(Words::scope, w -> w));
    Map<Scope, String> scopes = new LinkedHashMap<>();
    for (Scope scope : Scope.values()) {
      Optional.ofNullable(words.get(scope.code())).ifPresent(w -> scopes.put(scope, w.body()));
    }
    boolean whole =
        points.size() == Session.ALL_POINTS.size() && scopes.size() == Scope.values().length;
    if (!whole) {
      return Optional.empty();
    }
    boolean confirmed = words.values().stream().allMatch(Words::confirmed);
    return Optional.of(new Text(version, language, points, scopes, confirmed));
  }
}

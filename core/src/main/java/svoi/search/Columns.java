package svoi.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.names.Fold;
import svoi.register.ProfileId;

/// The columns of the public view that the index keeps, and how a row is made of them.
final class Columns {
  static final String SELECT =
      """
      SELECT id, person_id, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru,
             family_latin, given_latin, region,
             ARRAY(SELECT DISTINCT c ->> 'article' FROM jsonb_array_elements(charges) c) AS articles,
             video_id IS NOT NULL AS video, left_on IS NOT NULL AS departed, indexable,
             exchange_since, published_at, visible_until
      FROM register.v_profile
      """;

  private final Vocabulary regions = new Vocabulary();
  private final Vocabulary articles = new Vocabulary();

  /// ISO codes of regions, as numbered in rows.
  Vocabulary regions() {
    return regions;
  }

  /// Numbers of articles of law, as numbered in rows.
  Vocabulary articles() {
    return articles;
  }

  Row read(ResultSet row, int number) throws SQLException {
    String uk = name(row, "family_uk", "given_uk", "patronymic_uk");
    String ru = name(row, "family_ru", "given_ru", "patronymic_ru");
    String latin = row.getString("family_latin") + " " + row.getString("given_latin");
    return new Row(
        new ProfileId(row.getObject("id", UUID.class)),
        row.getObject("person_id", UUID.class),
        regions.learn(row.getString("region")),
        Stream.of((String[]) row.getArray("articles").getArray())
            .mapToInt(articles::learn)
            .toArray(),
        row.getBoolean("video"),
        row.getBoolean("departed"),
        row.getBoolean("indexable"),
        row.getObject("exchange_since", LocalDate.class).toEpochDay(),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        until(row.getObject("visible_until", OffsetDateTime.class)),
        words(uk, ru, latin),
        new CollatedName(uk, ru, latin));
  }

  private static long until(@Nullable OffsetDateTime moment) {
    return moment == null ? Long.MAX_VALUE : moment.toInstant().toEpochMilli();
  }

  private static String name(ResultSet row, String family, String given, String patronymic)
      throws SQLException {
    String third = row.getString(patronymic);
    String name = row.getString(family) + " " + row.getString(given);
    return third == null ? name : name + " " + third;
  }

  private static List<String> words(String... names) {
    Set<String> words = new TreeSet<>();
    for (String name : names) {
      words.addAll(Fold.words(name));
    }
    return List.copyOf(words);
  }
}

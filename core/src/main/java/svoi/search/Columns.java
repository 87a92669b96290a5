package svoi.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.register.Names;
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
        names(row));
  }

  /// Given names and patronymics are few, and shared by many rows.
  private static Names names(ResultSet row) throws SQLException {
    return new Names(
        row.getString("family_uk"),
        row.getString("given_uk").intern(),
        interned(row.getString("patronymic_uk")),
        row.getString("family_ru"),
        row.getString("given_ru").intern(),
        interned(row.getString("patronymic_ru")),
        row.getString("family_latin"),
        row.getString("given_latin").intern());
  }

  private static @Nullable String interned(@Nullable String text) {
    return text == null ? null : text.intern();
  }

  private static long until(@Nullable OffsetDateTime moment) {
    return moment == null ? Long.MAX_VALUE : moment.toInstant().toEpochMilli();
  }
}

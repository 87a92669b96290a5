package svoi.search;

import com.ibm.icu.text.CollationKey;
import com.ibm.icu.text.Collator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import svoi.names.Fold;
import svoi.platform.Language;
import svoi.register.ProfileId;

/// What the index keeps of one visible profile: no text, no date of birth, nothing without consent.
///
/// @param visibleUntil from this moment the row is passed over, without any event
record Row(
    ProfileId id,
    UUID person,
    String region,
    List<String> articles,
    boolean video,
    boolean departed,
    boolean indexable,
    LocalDate since,
    Instant publishedAt,
    Instant visibleUntil,
    List<String> words,
    Map<Language, byte[]> collation) {

  static final Comparator<Row> NEWEST =
      Comparator.comparing(Row::publishedAt).reversed().thenComparing(r -> r.id.value());
  static final Comparator<Row> WAITING =
      Comparator.comparing(Row::since).thenComparing(r -> r.id.value());

  static Comparator<Row> byName(Language language) {
    return (a, b) -> {
      int names =
          Arrays.compareUnsigned(
              Objects.requireNonNull(a.collation.get(language)),
              Objects.requireNonNull(b.collation.get(language)));
      return names != 0 ? names : a.id.value().compareTo(b.id.value());
    };
  }

  /// Reads a row of the columns that [Published] selects.
  static Row read(ResultSet row, Map<Language, Collator> collators) throws SQLException {
    String uk = name(row, "family_uk", "given_uk", "patronymic_uk");
    String ru = name(row, "family_ru", "given_ru", "patronymic_ru");
    String latin = row.getString("family_latin") + " " + row.getString("given_latin");
    Map<Language, byte[]> keys = new EnumMap<>(Language.class);
    keys.put(Language.UK, key(collators, Language.UK, uk));
    keys.put(Language.RU, key(collators, Language.RU, ru));
    keys.put(Language.EN, key(collators, Language.EN, latin));
    OffsetDateTime until = row.getObject("visible_until", OffsetDateTime.class);
    return new Row(
        new ProfileId(row.getObject("id", UUID.class)),
        row.getObject("person_id", UUID.class),
        row.getString("region").intern(),
        articles(row),
        row.getBoolean("video"),
        row.getBoolean("departed"),
        row.getBoolean("indexable"),
        row.getObject("exchange_since", LocalDate.class),
        row.getObject("published_at", OffsetDateTime.class).toInstant(),
        until == null ? Instant.MAX : until.toInstant(),
        words(uk, ru, latin),
        keys);
  }

  boolean isVisible(Instant now) {
    return now.isBefore(visibleUntil);
  }

  private static List<String> articles(ResultSet row) throws SQLException {
    return Stream.of((String[]) row.getArray("articles").getArray()).map(String::intern).toList();
  }

  private static String name(ResultSet row, String family, String given, String patronymic)
      throws SQLException {
    String third = row.getString(patronymic);
    String name = row.getString(family) + " " + row.getString(given);
    return third == null ? name : name + " " + third;
  }

  private static byte[] key(Map<Language, Collator> collators, Language language, String name) {
    CollationKey key = Objects.requireNonNull(collators.get(language)).getCollationKey(name);
    return key.toByteArray();
  }

  private static List<String> words(String... names) {
    Set<String> words = new TreeSet<>();
    for (String name : names) {
      words.addAll(Fold.words(name));
    }
    return List.copyOf(words);
  }
}

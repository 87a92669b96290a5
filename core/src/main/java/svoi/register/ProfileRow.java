package svoi.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import svoi.platform.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a row of `register.v_profile`.
final class ProfileRow {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ProfileRow() {}

  static Profile read(ResultSet row, int number) throws SQLException {
    return new Profile(
        new ProfileId(row.getObject("id", UUID.class)),
        row.getObject("person_id", UUID.class),
        Sex.valueOf(row.getString("sex").toUpperCase(Locale.ROOT)),
        names(row),
        row.getString("region"),
        charges(row.getString("charges")),
        row.getObject("rendered_on", LocalDate.class),
        row.getObject("in_force_from", LocalDate.class),
        new Sentence(
            row.getBoolean("life"),
            row.getInt("sentence_years"),
            row.getInt("sentence_months"),
            row.getBoolean("confiscation")),
        texts(row.getString("texts")),
        Optional.ofNullable(row.getObject("left_on", LocalDate.class)),
        new ExchangeConsent(
            row.getObject("exchange_given_on", LocalDate.class),
            row.getObject("exchange_confirmed_on", LocalDate.class),
            row.getObject("exchange_since", LocalDate.class),
            Arrays.asList((String[]) row.getArray("exchange_present").getArray())),
        asset(row.getObject("photo_id", UUID.class), 0, row.getString("photo")),
        asset(
            row.getObject("video_id", UUID.class),
            row.getInt("video_seconds"),
            row.getString("video")),
        Optional.ofNullable(row.getObject("birth_year", Integer.class)),
        Optional.ofNullable(row.getString("case_number")),
        row.getBoolean("indexable"),
        row.getBoolean("copies"),
        events(row.getString("events")),
        moment(row, "published_at"),
        moment(row, "updated_at"),
        moment(row, "right_until"));
  }

  static Names names(ResultSet row) throws SQLException {
    return new Names(
        row.getString("family_uk"),
        row.getString("given_uk"),
        row.getString("patronymic_uk"),
        row.getString("family_ru"),
        row.getString("given_ru"),
        row.getString("patronymic_ru"),
        row.getString("family_latin"),
        row.getString("given_latin"));
  }

  static List<Charge> charges(@Nullable String json) {
    return items(json).stream()
        .map(
            item ->
                new Charge(
                    item.get("article").asString(),
                    LocalDate.parse(item.get("from").asString()),
                    item.get("part").isNull() ? null : item.get("part").asInt()))
        .toList();
  }

  /// The instant in a column; null means no date is known and becomes [Instant#MAX].
  static Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? Instant.MAX : at.toInstant();
  }

  static Map<Language, String> texts(String json) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    JSON.readTree(json)
        .properties()
        .forEach(
            e -> Language.of(e.getKey()).ifPresent(l -> texts.put(l, e.getValue().asString())));
    return texts;
  }

  private static Optional<PublicAsset> asset(
      @Nullable UUID id, int seconds, @Nullable String json) {
    return Optional.ofNullable(id)
        .map(
            known ->
                new PublicAsset(
                    known, seconds, items(json).stream().map(ProfileRow::rendition).toList()));
  }

  private static Rendition rendition(JsonNode item) {
    return new Rendition(
        item.get("name").asString(),
        item.get("type").asString(),
        item.get("language").isNull() ? null : item.get("language").asString(),
        item.get("sha256").asString(),
        item.get("bytes").asLong(),
        item.get("width").isNull() ? null : item.get("width").asInt(),
        item.get("height").isNull() ? null : item.get("height").asInt());
  }

  private static List<CaseEvent> events(@Nullable String json) {
    return items(json).stream()
        .map(
            item ->
                new CaseEvent(
                    item.get("kind").asString(), LocalDate.parse(item.get("on").asString())))
        .toList();
  }

  private static List<JsonNode> items(@Nullable String json) {
    return json == null
        ? List.of()
        : StreamSupport.stream(Objects.requireNonNull(JSON.readTree(json)).spliterator(), false)
            .toList();
  }
}

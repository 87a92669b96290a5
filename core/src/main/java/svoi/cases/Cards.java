package svoi.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.platform.Database;

/// Persons in lists. Knows no rights: the caller says whose files a member reaches, and writes the
/// ids that were shown into the audit log.
public final class Cards {
  private static final String COLUMNS =
      """
      SELECT n.id, n.agency, n.entered_at, n.sex, n.family_uk, n.given_uk, n.patronymic_uk,
             n.family_ru, n.given_ru, n.patronymic_ru, n.family_latin, n.given_latin, n.born_on,
             n.citizen, n.custody_from, n.custody_until, n.prisoner_of_war, n.enemy_serviceman,
             n.died_on, n.left_on, k.articles, k.case_numbers, k.in_force, k.rendered_on
      """;
  private static final String PROCEEDINGS =
      """
      CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(p.case_number ORDER BY p.case_number), '{}') AS case_numbers,
               coalesce(bool_or(p.in_force), false) AS in_force,
               max(p.rendered_on) AS rendered_on,
               coalesce((SELECT array_agg(DISTINCT c.article || coalesce('/' || c.part, ''))
                         FROM cases.charge c WHERE c.person_id = n.id), '{}') AS articles
        FROM cases.v_proceeding p WHERE p.person_id = n.id) k
      """;
  private static final String BY_IDS =
      COLUMNS
          + "FROM cases.person n "
          + PROCEEDINGS
          + " WHERE n.id = ANY (?) AND n.merged_into IS NULL";
  private static final String BY_CASE_NUMBER =
      """
      SELECT p.person_id FROM cases.proceeding p WHERE p.case_number = ? LIMIT 20
      """;
  private static final String ENTERED =
      """
      FROM (SELECT m.* FROM cases.person m
            WHERE (?::text IS NULL OR m.agency = ?) AND m.merged_into IS NULL
              AND (m.entered_at, m.id) < (coalesce(?::timestamptz, 'infinity'),
                                          coalesce(?::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      """;
  private static final String ORDERED = " ORDER BY m.entered_at DESC, m.id DESC LIMIT ?) n ";
  private static final String ORDER = " ORDER BY n.entered_at DESC, n.id DESC";

  private final JdbcClient jdbc;

  public Cards(Database database) {
    this.jdbc = database.jdbc();
  }

  /// A state by which a list is narrowed.
  public enum State {
    ANY(""),
    /// The verdict has not entered into force.
    NOT_IN_FORCE(
        " AND m.id = ANY (ARRAY(SELECT v.person_id FROM cases.verdict v"
            + " WHERE v.in_force_from IS NULL OR v.in_force_from > platform.today()))"),
    /// A turn of the case was recorded: restored, quashed, pardoned …
    TURNED(
        " AND EXISTS (SELECT FROM cases.proceeding p JOIN cases.event e ON e.proceeding_id = p.id"
            + " WHERE p.person_id = m.id AND e.kind IN ('quashed', 'acquitted', 'reopened',"
            + " 'appeal-restored', 'pardoned', 'expunged', 'confirmed'))"),
    /// Died, departed or no longer in custody.
    CLOSED(
        " AND (m.died_on IS NOT NULL OR m.left_on IS NOT NULL OR m.custody_until IS NOT NULL)"
            + " AND (m.died_on IS NOT NULL OR m.left_on <= platform.today()"
            + " OR m.custody_until <= platform.today())");

    private final String condition;

    State(String condition) {
      this.condition = condition;
    }

    /// The form in addresses, for example `not-in-force`.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Optional<State> of(String code) {
      return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }
  }

  /// Cards of these persons in this order; who was merged into another is left out.
  public List<Card> of(List<UUID> ids) {
    Map<UUID, Card> found =
        jdbc
            .sql(BY_IDS)
            .param(ids.toArray(UUID[]::new))
            .query((row, n) -> card(row))
            .list()
            .stream()
            .collect(Collectors.toMap(card -> card.id().value(), Function.identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /// Who has a proceeding of this number.
  public List<UUID> withCaseNumber(String caseNumber) {
    return jdbc.sql(BY_CASE_NUMBER).param(caseNumber).query(UUID.class).list();
  }

  /// Newest entries first.
  ///
  /// @param agency whose files; null for all
  /// @param after show what was entered before this person; null to begin
  public List<Card> entered(@Nullable String agency, State state, @Nullable UUID after, int limit) {
    @Nullable OffsetDateTime from = after == null ? null : enteredAt(after);
    return jdbc.sql(COLUMNS + ENTERED + state.condition + ORDERED + PROCEEDINGS + ORDER)
        .param(agency)
        .param(agency)
        .param(from)
        .param(from == null ? null : after)
        .param(limit)
        .query((row, n) -> card(row))
        .list();
  }

  private @Nullable OffsetDateTime enteredAt(UUID person) {
    return jdbc.sql("SELECT entered_at FROM cases.person WHERE id = ?")
        .param(person)
        .query((row, n) -> row.getObject(1, OffsetDateTime.class))
        .optional()
        .orElse(null);
  }

  private static Card card(ResultSet row) throws SQLException {
    return new Card(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("agency"),
        PersonColumns.read(row),
        row.getString("family_latin"),
        row.getString("given_latin"),
        Arrays.asList((String[]) row.getArray("articles").getArray()),
        Arrays.asList((String[]) row.getArray("case_numbers").getArray()),
        row.getBoolean("in_force"),
        row.getObject("rendered_on", LocalDate.class));
  }
}

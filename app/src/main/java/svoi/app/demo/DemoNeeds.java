package svoi.app.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import svoi.exchange.Category;

/// Whom the invented rounds take from those who are sought.
final class DemoNeeds {
  private static final String FREE =
      """
      SELECT n.id FROM exchange.v_need n
      WHERE n.state = 'confirmed' AND n.round_id IS NULL AND n.category = :category AND n.family_group_id IS NULL
      ORDER BY n.held_since, n.id LIMIT :count
      """;

  /// Two who are not to be torn apart, both known and free.
  private static final String INSEPARABLE =
      """
      SELECT n.id FROM exchange.v_need n WHERE n.family_group_id = (
        SELECT a.family_group_id FROM exchange.awaited a
        JOIN exchange.family_group g ON g.id = a.family_group_id AND g.inseparable
        LEFT JOIN exchange.v_need f ON f.id = a.id
        GROUP BY a.family_group_id
        HAVING count(*) = 2 AND bool_and(coalesce(f.state = 'confirmed' AND f.round_id IS NULL, false))
        ORDER BY min(a.held_since), a.family_group_id LIMIT 1)
      ORDER BY n.id
      """;
  private static final String NAMESAKES =
      """
      SELECT min(n.family_ru || ' ' || n.given_ru) FROM exchange.v_need n
      WHERE n.state = 'confirmed' AND n.round_id IS NULL
      GROUP BY n.family_uk, n.given_uk HAVING count(*) > 1 ORDER BY 1 LIMIT 1
      """;
  private static final String WRITTEN =
      """
      SELECT family_ru || ' ' || given_ru || ' ' || patronymic_ru || ',' || born_on FROM exchange.awaited
      WHERE id = ANY (:ids) ORDER BY id
      """;

  private final DemoOffice office;

  DemoNeeds(DemoOffice office) {
    this.office = office;
  }

  /// Who of this category is known to be held and in no round; longest waiting first.
  List<UUID> free(Category category, int count) {
    return office.ids(FREE, Map.of("category", category.code(), "count", count));
  }

  /// A family of two who are not to be torn apart; empty if none is free.
  List<UUID> inseparable() {
    return office.ids(INSEPARABLE, Map.of());
  }

  /// A name that two bear; empty if there is none.
  List<String> namesakes() {
    return office.desk().jdbc().sql(NAMESAKES).query(String.class).list();
  }

  /// Names and birth dates as the other side writes them.
  List<String> written(List<UUID> awaited) {
    return office
        .desk()
        .jdbc()
        .sql(WRITTEN)
        .param("ids", DemoOffice.array(awaited))
        .query(String.class)
        .list();
  }
}

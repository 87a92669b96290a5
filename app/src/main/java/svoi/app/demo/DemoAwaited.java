package svoi.app.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import svoi.names.Latin;
import svoi.platform.Kyiv;

/// Invents who is awaited: every category and condition, families, twins of records. Nobody exists.
final class DemoAwaited {
  private static final String GROUPS =
      """
      INSERT INTO exchange.family_group (id, inseparable, entered_by)
      SELECT x.family, bool_or(x.inseparable), :by
      FROM jsonb_to_recordset(:rows::jsonb) AS x (family uuid, inseparable boolean)
      WHERE x.family IS NOT NULL GROUP BY x.family
      """;
  private static final String ENTER =
      """
      INSERT INTO exchange.awaited (id, sex, family_uk, given_uk, patronymic_uk, family_ru, given_ru, patronymic_ru,
        family_latin, given_latin, born_on, category, condition, held_since, family_group_id, entered_by, agency)
      SELECT x.id, x.sex, x.family_uk, x.given_uk, x.patronymic_uk, x.family_ru, x.given_ru, x.patronymic_ru,
             x.family_latin, x.given_latin, x.born_on, x.category, x.condition, x.held_since, x.family, :by, :agency
      FROM jsonb_to_recordset(:rows::jsonb) AS x (id uuid, sex text, family_uk text, given_uk text, patronymic_uk text,
        family_ru text, given_ru text, patronymic_ru text, family_latin text, given_latin text, born_on date,
        category text, condition text, held_since date, family uuid)
      """;
  private static final String CONFIRM =
      """
      INSERT INTO exchange.awaited_event (awaited_id, state, source, evidence_sha256, recorded_by, agency)
      SELECT x.id, 'confirmed', x.source, sha256(convert_to('invented evidence ' || x.id, 'UTF8')), :by, :agency
      FROM jsonb_to_recordset(:rows::jsonb) AS x (id uuid, source text) WHERE x.source IS NOT NULL
      """;
  private static final List<String> SOURCES =
      List.of("icrc", "icrc", "icrc", "other-side", "witness", "video", "letter");
  private static final LocalDate WAR = LocalDate.of(2022, 2, 24);
  private static final LocalDate EARLIER_WAR = LocalDate.of(2014, 6, 1);

  private final DemoOffice office;
  private final Random random = new Random(3_405L);
  private final Invented invented = new Invented();
  private final Set<String> names = new HashSet<>();
  private final List<Map<String, Object>> all = new ArrayList<>();

  DemoAwaited(DemoOffice office) {
    this.office = office;
  }

  /// Enters people who were taken before that day.
  ///
  /// @param daysAgo for which the clock stands
  List<Map<String, Object>> enter(int count, int daysAgo) {
    LocalDate until = LocalDate.now(Kyiv.ZONE).minusDays(daysAgo + 2L);
    List<Map<String, Object>> rows = new ArrayList<>();
    while (rows.size() < count) {
      if (rows.size() % 16 == 15) {
        rows.addAll(family(until));
      } else {
        rows.add(person(until, pick(invented.surnames)));
      }
    }
    String json = DemoOffice.json(rows);
    office.run(GROUPS, Map.of("rows", json));
    office.run(ENTER, Map.of("rows", json));
    all.addAll(rows);
    return rows;
  }

  /// Enters some who are entered already, as another office would: without what it did not know.
  List<Map<String, Object>> enterTwins(List<Map<String, Object>> of) {
    List<Map<String, Object>> twins = new ArrayList<>();
    for (Map<String, Object> row : of) {
      Map<String, Object> twin = new HashMap<>(row);
      twin.put("id", UUID.randomUUID());
      twin.keySet().removeAll(List.of("patronymic_uk", "patronymic_ru", "family", "source"));
      twins.add(twin);
    }
    office.run(ENTER, Map.of("rows", DemoOffice.json(twins)));
    return twins;
  }

  /// Notes that captivity is confirmed of those of whom it is known.
  void confirm(List<Map<String, Object>> rows) {
    office.run(CONFIRM, Map.of("rows", DemoOffice.json(rows)));
  }

  /// Ids of everybody entered so far whose row has these values, in no order.
  List<UUID> where(Map<String, String> values) {
    return all.stream()
        .filter(row -> row.entrySet().containsAll(values.entrySet()))
        .map(row -> (UUID) row.get("id"))
        .toList();
  }

  private Map<String, Object> person(LocalDate until, String[] surname) {
    Map<String, Object> row = new HashMap<>();
    String category = category();
    boolean child = category.equals("child");
    String sex = random.nextInt(10) < (child ? 5 : 8) ? "m" : "f";
    name(row, sex, surname);
    int illness = random.nextInt(100);
    LocalDate since = since(category, until);
    row.put("category", category);
    row.put(
        "condition", illness < 80 || child ? "ordinary" : illness < 94 ? "ill" : "gravely-wounded");
    row.put("held_since", since.toString());
    int age = child ? 2 + random.nextInt(10) : 20 + random.nextInt(38);
    row.put("born_on", since.minusYears(age).minusDays(random.nextInt(360)).toString());
    if (random.nextInt(100) < 85) {
      row.put("source", SOURCES.get(random.nextInt(SOURCES.size())));
    }
    return row;
  }

  /// Two or three of one name, some of whom are not to be torn apart.
  private List<Map<String, Object>> family(LocalDate until) {
    UUID group = UUID.randomUUID();
    boolean inseparable = random.nextInt(3) == 0;
    String[] surname = pick(invented.surnames);
    List<Map<String, Object>> members = new ArrayList<>();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      Map<String, Object> member = person(until, surname);
      member.put("family", group);
      member.put("inseparable", inseparable);
      members.add(member);
    }
    return members;
  }

  private String category() {
    int drawn = random.nextInt(100);
    if (drawn < 69) {
      return drawn < 60 ? "pow" : drawn < 66 ? "pow-convicted" : "medic-chaplain";
    }
    return drawn < 87 ? "civilian-detained" : drawn < 93 ? "political-prisoner" : "child";
  }

  private LocalDate since(String category, LocalDate until) {
    LocalDate from = category.equals("political-prisoner") ? EARLIER_WAR : WAR;
    return from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, until)));
  }

  private void name(Map<String, Object> row, String sex, String[] surname) {
    int form = sex.equals("m") ? 0 : 1;
    String[] given;
    String[] father;
    do {
      given = pick(invented.given.stream().filter(g -> g[0].equals(sex)).toList());
      father = pick(invented.fathers);
    } while (!names.add(surname[form] + given[1] + father[form]));
    row.put("sex", sex);
    row.put("id", UUID.randomUUID());
    row.put("family_uk", typed(surname[form]));
    row.put("family_ru", typed(surname[form + 2]));
    row.put("given_uk", typed(given[1]));
    row.put("given_ru", typed(given[2]));
    row.put("patronymic_uk", typed(father[form]));
    row.put("patronymic_ru", typed(father[form + 2]));
    row.put("family_latin", Latin.of(typed(surname[form])));
    row.put("given_latin", Latin.of(typed(given[1])));
  }

  /// With the apostrophe of prose.
  static String typed(String name) {
    return name.replace('\'', '’');
  }

  private String[] pick(List<String[]> list) {
    return list.get(random.nextInt(list.size()));
  }
}

package svoi.exchange.needs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.names.PersonName;

/// Which stored record a row of an import is about: the one it names by id, else the only one with
/// the same name, birth date and first day in captivity. Anything less is a possible duplicate.
final class KnownRows {
  private static final String SELECT =
      AwaitedRepository.COLUMNS + "FROM exchange.awaited a " + AwaitedRepository.JOINS;
  private static final String BY_NAME =
      SELECT
          + """
           WHERE a.state <> 'duplicate' AND (a.family_uk, a.born_on) IN (
             SELECT * FROM unnest(?::text[], ?::text[]::date[]))
          """;
  private static final String BY_ID = SELECT + " WHERE a.state <> 'duplicate' AND a.id = ANY (?)";

  private final Map<UUID, AwaitedFile> byId = new HashMap<>();
  private final Map<String, List<AwaitedFile>> byKey = new HashMap<>();

  private KnownRows() {}

  /// Reads all that the rows may be about, in two statements.
  static KnownRows of(JdbcClient jdbc, List<NeedReader.Row> rows) {
    KnownRows known = new KnownRows();
    List<NeedReader.Row> born = rows.stream().filter(r -> r.person().bornOn() != null).toList();
    String[] families = born.stream().map(r -> r.person().name().familyUk()).toArray(String[]::new);
    String[] births =
        born.stream().map(r -> String.valueOf(r.person().bornOn())).toArray(String[]::new);
    jdbc.sql(BY_NAME)
        .params(families, births)
        .query((row, n) -> AwaitedRepository.file(row))
        .list()
        .forEach(known::add);
    UUID[] ids =
        rows.stream().map(NeedReader.Row::id).filter(Objects::nonNull).toArray(UUID[]::new);
    jdbc.sql(BY_ID)
        .param(ids)
        .query((row, n) -> AwaitedRepository.file(row))
        .list()
        .forEach(file -> known.byId.put(file.id().value(), file));
    return known;
  }

  private void add(AwaitedFile file) {
    byKey.computeIfAbsent(key(file.person()), key -> new ArrayList<>()).add(file);
  }

  /// What makes two rows one person.
  static String key(Awaited person) {
    return String.join(
        "|",
        person.name().familyUk(),
        person.name().givenUk(),
        Objects.requireNonNullElse(person.name().patronymicUk(), ""),
        String.valueOf(person.bornOn()),
        person.heldSince().toString());
  }

  Optional<AwaitedFile> of(NeedReader.Row row) {
    UUID id = row.id();
    if (id != null) {
      return Optional.ofNullable(byId.get(id));
    }
    List<AwaitedFile> same = byKey.getOrDefault(key(row.person()), List.of());
    return same.size() == 1 && row.person().bornOn() != null
        ? Optional.of(same.getFirst())
        : Optional.empty();
  }

  /// What the row says of this record: cells that are empty leave what is stored.
  static Awaited merged(NeedReader.Row row, Awaited stored) {
    Awaited now = row.person();
    Picker pick = new Picker(row.written());
    PersonName name = now.name();
    PersonName was = stored.name();
    return new Awaited(
        pick.of(NeedColumn.SEX, now.sex(), stored.sex()),
        new PersonName(
            name.familyUk(),
            name.givenUk(),
            pick.orNull(NeedColumn.PATRONYMIC_UK, name.patronymicUk(), was.patronymicUk()),
            pick.of(NeedColumn.FAMILY_RU, name.familyRu(), was.familyRu()),
            pick.of(NeedColumn.GIVEN_RU, name.givenRu(), was.givenRu()),
            pick.orNull(
                NeedColumn.PATRONYMIC_RU,
                name.patronymicRu(),
                pick.orNull(NeedColumn.PATRONYMIC_UK, name.patronymicRu(), was.patronymicRu()))),
        pick.of(NeedColumn.FAMILY_LATIN, now.familyLatin(), stored.familyLatin()),
        pick.of(NeedColumn.GIVEN_LATIN, now.givenLatin(), stored.givenLatin()),
        pick.orNull(NeedColumn.BORN_ON, now.bornOn(), stored.bornOn()),
        now.category(),
        pick.of(NeedColumn.CONDITION, now.health(), stored.health()),
        now.heldSince());
  }

  private record Picker(Set<String> written) {
    <T> T of(NeedColumn column, T now, T was) {
      return written.contains(column.label()) ? now : was;
    }

    <T> @Nullable T orNull(NeedColumn column, @Nullable T now, @Nullable T was) {
      return written.contains(column.label()) ? now : was;
    }
  }

  /// Columns in which `now` says something else than what is stored.
  static List<String> changed(
      Awaited now, Restricted written, AwaitedFile file, Restricted stored) {
    List<String> changed = new ArrayList<>();
    Awaited was = file.person();
    compare(changed, NeedColumn.FAMILY_UK, was.name().familyUk(), now.name().familyUk());
    compare(changed, NeedColumn.GIVEN_UK, was.name().givenUk(), now.name().givenUk());
    compare(
        changed, NeedColumn.PATRONYMIC_UK, was.name().patronymicUk(), now.name().patronymicUk());
    compare(changed, NeedColumn.FAMILY_RU, was.name().familyRu(), now.name().familyRu());
    compare(changed, NeedColumn.GIVEN_RU, was.name().givenRu(), now.name().givenRu());
    compare(
        changed, NeedColumn.PATRONYMIC_RU, was.name().patronymicRu(), now.name().patronymicRu());
    compare(changed, NeedColumn.FAMILY_LATIN, was.familyLatin(), now.familyLatin());
    compare(changed, NeedColumn.GIVEN_LATIN, was.givenLatin(), now.givenLatin());
    compare(changed, NeedColumn.SEX, was.sex(), now.sex());
    compare(changed, NeedColumn.BORN_ON, was.bornOn(), now.bornOn());
    compare(changed, NeedColumn.CATEGORY, was.category(), now.category());
    compare(changed, NeedColumn.CONDITION, was.health(), now.health());
    compare(changed, NeedColumn.HELD_SINCE, was.heldSince(), now.heldSince());
    if (written.service() != null) {
      compare(changed, NeedColumn.SERVICE, stored.service(), written.service());
    }
    if (written.place() != null) {
      compare(changed, NeedColumn.PLACE, stored.place(), written.place());
    }
    return changed;
  }

  private static void compare(
      List<String> changed, NeedColumn column, @Nullable Object was, @Nullable Object now) {
    if (!Objects.equals(was, now)) {
      changed.add(column.label());
    }
  }
}

package svoi.exchange.needs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.exchange.Category;
import svoi.names.Counterpart;
import svoi.names.Latin;
import svoi.names.PersonName;
import svoi.names.Written;
import svoi.register.imports.Cells;
import svoi.register.imports.Finding;
import svoi.register.imports.Table;

/// Turns the cells of a row into an entry, or into everything that is wrong with them. A name left
/// empty in Russian or Latin, and the sex that a patronymic tells, are filled in by rule.
final class NeedReader {
  private static final Set<String> CATEGORIES =
      Stream.of(Category.values()).map(Category::code).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> CONDITIONS =
      Stream.of(Health.values()).map(Health::code).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> SOURCES =
      Stream.of(Source.values()).map(Source::code).collect(Collectors.toUnmodifiableSet());

  /// Which column a rule's field is typed in.
  private static final Map<String, NeedColumn> FIELDS =
      Map.ofEntries(
          Map.entry("sex", NeedColumn.SEX),
          Map.entry("familyUk", NeedColumn.FAMILY_UK),
          Map.entry("givenUk", NeedColumn.GIVEN_UK),
          Map.entry("patronymicUk", NeedColumn.PATRONYMIC_UK),
          Map.entry("familyRu", NeedColumn.FAMILY_RU),
          Map.entry("givenRu", NeedColumn.GIVEN_RU),
          Map.entry("patronymicRu", NeedColumn.PATRONYMIC_RU),
          Map.entry("familyLatin", NeedColumn.FAMILY_LATIN),
          Map.entry("givenLatin", NeedColumn.GIVEN_LATIN),
          Map.entry("born", NeedColumn.BORN_ON),
          Map.entry("category", NeedColumn.CATEGORY),
          Map.entry("heldSince", NeedColumn.HELD_SINCE),
          Map.entry("service", NeedColumn.SERVICE),
          Map.entry("place", NeedColumn.PLACE));

  private final LocalDate today;

  NeedReader(Clock clock) {
    this.today = LocalDate.now(clock);
  }

  /// @param id of the record that the row corrects; null if it names none
  /// @param written columns that have a value
  record Row(
      int line,
      @Nullable UUID id,
      Awaited person,
      Restricted restricted,
      Optional<AwaitedStates.Entry> confirmed,
      Set<String> written) {
    /// The same row about another person.
    Row of(Awaited other) {
      return new Row(line, id, other, restricted, confirmed, written);
    }
  }

  /// @param row empty if anything is wrong
  record Result(Optional<Row> row, List<Finding> findings) {}

  Result read(Table.Line line) {
    Cells cells = new Cells(line);
    Row row = row(line, cells);
    List<Finding> findings = new ArrayList<>(cells.findings());
    if (findings.isEmpty()) {
      broken(row.person(), row.restricted())
          .forEach(f -> findings.add(new Finding(f.code(), f.column(), line.cell(f.column()))));
    }
    return new Result(findings.isEmpty() ? Optional.of(row) : Optional.empty(), findings);
  }

  /// What the rules say to an entry, at its columns.
  List<Finding> broken(Awaited person, Restricted restricted) {
    List<svoi.cases.Finding> broken = new ArrayList<>(AwaitedCheck.findings(person, today));
    broken.addAll(AwaitedCheck.findings(restricted));
    return broken.stream()
        .map(
            f -> {
              NeedColumn column = Objects.requireNonNull(FIELDS.get(f.field()), f.field());
              return new Finding(f.code(), column.label(), "");
            })
        .toList();
  }

  private Row row(Table.Line line, Cells cells) {
    PersonName uk =
        new PersonName(
            Written.name(cells.text(NeedColumn.FAMILY_UK)),
            Written.name(cells.text(NeedColumn.GIVEN_UK)),
            name(cells, NeedColumn.PATRONYMIC_UK),
            "",
            "",
            null);
    String sex = sex(cells, uk.patronymicUk());
    PersonName name = whole(cells, uk, sex);
    return new Row(
        line.number(),
        id(cells),
        new Awaited(
            sex,
            name,
            or(name(cells, NeedColumn.FAMILY_LATIN), Latin.of(name.familyUk())),
            or(name(cells, NeedColumn.GIVEN_LATIN), Latin.of(name.givenUk())),
            cells.dateOrNull(NeedColumn.BORN_ON),
            Category.of(cells.oneOf(NeedColumn.CATEGORY, CATEGORIES, "")).orElse(Category.POW),
            Health.of(cells.oneOf(NeedColumn.CONDITION, CONDITIONS, "ordinary"))
                .orElse(Health.ORDINARY),
            cells.date(NeedColumn.HELD_SINCE)),
        new Restricted(cells.orNull(NeedColumn.SERVICE), cells.orNull(NeedColumn.PLACE)),
        confirmed(cells),
        line.cells().keySet());
  }

  private static @Nullable UUID id(Cells cells) {
    Optional<String> text = cells.optional(NeedColumn.ID);
    if (text.isPresent() && !text.get().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      cells.report("column-id", NeedColumn.ID);
      return null;
    }
    return text.map(UUID::fromString).orElse(null);
  }

  private static String sex(Cells cells, @Nullable String patronymic) {
    String told = patronymic == null ? "" : patronymic.toLowerCase(Locale.ROOT);
    String otherwise = told.isEmpty() ? "" : told.endsWith("на") ? "f" : "m";
    return cells.oneOf(NeedColumn.SEX, Set.of("f", "m"), otherwise);
  }

  private static PersonName whole(Cells cells, PersonName uk, String sex) {
    PersonName proposed =
        Counterpart.russian(
            sex, uk.familyUk(), uk.givenUk(), Objects.requireNonNullElse(uk.patronymicUk(), ""));
    String patronymic = proposed.patronymicRu();
    String written = name(cells, NeedColumn.PATRONYMIC_RU);
    return new PersonName(
        uk.familyUk(),
        uk.givenUk(),
        uk.patronymicUk(),
        or(name(cells, NeedColumn.FAMILY_RU), proposed.familyRu()),
        or(name(cells, NeedColumn.GIVEN_RU), proposed.givenRu()),
        written != null || patronymic == null || patronymic.isEmpty() ? written : patronymic);
  }

  private static @Nullable String name(Cells cells, NeedColumn column) {
    return cells.optional(column).map(Written::name).orElse(null);
  }

  private static String or(@Nullable String written, String otherwise) {
    return written == null ? otherwise : written;
  }

  private Optional<AwaitedStates.Entry> confirmed(Cells cells) {
    if (cells.optional(NeedColumn.CONFIRMED_FROM).isEmpty()) {
      return Optional.empty();
    }
    Optional<Source> source = Source.of(cells.oneOf(NeedColumn.CONFIRMED_FROM, SOURCES, ""));
    LocalDate on = Objects.requireNonNullElse(cells.dateOrNull(NeedColumn.CONFIRMED_ON), today);
    if (on.isAfter(today)) {
      cells.report("awaited-event-is-not-in-the-future", NeedColumn.CONFIRMED_ON);
    }
    return source.map(
        from -> new AwaitedStates.Entry(svoi.exchange.AwaitedState.CONFIRMED, from, on));
  }
}

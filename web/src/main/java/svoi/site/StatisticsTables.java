package svoi.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.exchange.Figures;
import svoi.exchange.Release;
import svoi.reference.Reference;

/// The same figures as tables: CSV (RFC 4180, UTF-8) that one Frictionless descriptor describes.
/// Figures that officials published have tables of their own.
final class StatisticsTables {
  /// A column: name, Frictionless type, what it means.
  private record Field(String name, String type, String description) {}

  private record Table(String title, List<Field> fields) {}

  private static final Field INVENTED =
      new Field("invented", "boolean", "true: of invented rounds, never to be added to others");

  private static final Map<String, Table> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put(
        "totals",
        new Table(
            "Totals with their addends",
            List.of(
                INVENTED,
                new Field("as_of", "datetime", "moment of the figures"),
                new Field("method", "string", "version of the method of counting"),
                new Field("outcome_root", "string", "SHA-256 over the sorted ids of outcomes"),
                new Field("opening_as_of", "date", "day of the opening balance"),
                new Field("opening_exchanges", "integer", "exchanges published until that day"),
                new Field("opening_returned", "integer", "people returned until that day"),
                new Field("exchanges", "integer", "announced rounds with somebody home, since"),
                new Field("agreements", "integer", "the same, stages of one agreement once"),
                new Field("returned", "integer", "people home in these rounds"),
                new Field("departed", "integer", "people who left in these rounds"),
                new Field("returned_outside", "string", "home outside exchanges; <5 if few"),
                new Field("total_exchanges", "integer", "opening balance and since"),
                new Field("total_returned", "integer", "opening balance and since"))));
    TABLES.put(
        "rounds",
        new Table(
            "Announced rounds",
            List.of(
                INVENTED,
                new Field("id", "string", "of the round, part of its address"),
                new Field("exchange_number", "integer", "official number; stages share it"),
                new Field("agreement", "string", "agreement of several stages"),
                new Field("stage", "integer", "of the agreement"),
                new Field("mediator", "string", "if announced"),
                new Field("from", "date", "first day of the handover"),
                new Field("to", "date", "last day of the handover"),
                new Field("returned", "integer", "people who came home"),
                new Field("military", "string", "of returned; later or withheld if not told"),
                new Field("civilian", "string", "of returned; later or withheld if not told"),
                new Field("departed", "integer", "people who left"))));
    TABLES.put(
        "answers",
        new Table(
            "What the other side was asked and did",
            List.of(
                INVENTED,
                new Field("kind", "string", "asked is the sum of the next five"),
                new Field("entries", "integer", "entries of the ledger"))));
    TABLES.put(
        "time-in-captivity",
        new Table(
            "How long people had been held who came home",
            List.of(
                INVENTED,
                new Field("up_to", "datetime", "moment whose rounds are counted"),
                new Field("group", "string", "military, civilian, all"),
                new Field("time", "string", "from capture to return"),
                new Field("persons", "string", "to the nearest five; <5 or withheld"))));
    TABLES.put(
        "corrections",
        new Table(
            "Corrections in effect",
            List.of(
                INVENTED,
                new Field("at", "datetime", "moment of the second signature"),
                new Field("round", "string", "id of the round"),
                new Field("change", "integer", "of the counted persons"),
                new Field("uk", "string", "public line in Ukrainian"),
                new Field("ru", "string", "public line in Russian"),
                new Field("en", "string", "public line in English"))));
    TABLES.put(
        "reported-figures",
        new Table(
            "Figures that officials published, each with its definition",
            List.of(
                new Field("subject", "string", "with metric: the definition"),
                new Field("metric", "string", "two metrics are never one series"),
                new Field("value", "integer", "as printed"),
                new Field("at_least", "boolean", "the source says more than"),
                new Field("as_of", "date", "day of the figure"),
                new Field("definition", "string", "in English"),
                new Field("source", "string", "where it was published"))));
  }

  private final Reference reference;

  StatisticsTables(Reference reference) {
    this.reference = reference;
  }

  /// Whether there is a table of that name.
  boolean has(String name) {
    return TABLES.containsKey(name);
  }

  /// @param releases real figures, then those of invented rounds if there are any
  String csv(String name, List<Release> releases) {
    Table table = Objects.requireNonNull(TABLES.get(name));
    StringBuilder out = new StringBuilder();
    line(out, table.fields().stream().map(Field::name));
    switch (name) {
      case "totals" -> releases.forEach(one -> line(out, totals(one)));
      case "rounds" ->
          releases.forEach(
              one -> one.figures().rounds().forEach(round -> line(out, round(one, round))));
      case "answers" -> releases.forEach(one -> answers(out, one));
      case "time-in-captivity" -> releases.forEach(one -> held(out, one));
      case "corrections" ->
          releases.forEach(
              one -> one.figures().corrections().forEach(c -> line(out, correction(one, c))));
      default -> reported(out);
    }
    return out.toString();
  }

  /// The Frictionless descriptor, to be written as JSON.
  Map<String, Object> descriptor(String site) {
    return ordered(
        "name",
        "exchange-results",
        "title",
        "Exchange results: released figures",
        "homepage",
        site + "/en/exchanges",
        "licenses",
        List.of(
            ordered(
                "name",
                StatisticsJson.LICENCE,
                "path",
                "https://creativecommons.org/licenses/by/4.0/")),
        "resources",
        TABLES.entrySet().stream()
            .map(entry -> resource(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static Map<String, Object> resource(String name, Table table) {
    List<Map<String, Object>> fields =
        table.fields().stream()
            .map(f -> ordered("name", f.name(), "type", f.type(), "description", f.description()))
            .toList();
    return ordered(
        "name",
        name,
        "title",
        table.title(),
        "path",
        name + ".csv",
        "format",
        "csv",
        "mediatype",
        "text/csv",
        "encoding",
        "utf-8",
        "schema",
        ordered("fields", fields));
  }

  private static Map<String, Object> ordered(Object... named) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < named.length; i += 2) {
      map.put((String) named[i], named[i + 1]);
    }
    return map;
  }

  private static Stream<@Nullable Object> totals(Release release) {
    Figures f = release.figures();
    Figures.Opening opening = f.opening();
    return Stream.of(
        release.demo(),
        release.asOf(),
        release.method(),
        release.root(),
        opening == null ? null : opening.asOf(),
        opening == null ? null : opening.exchanges(),
        opening == null ? null : opening.returned(),
        f.exchanges(),
        f.agreements(),
        f.returned(),
        f.departed(),
        StatisticsJson.shown(f.outside()),
        f.totalExchanges(),
        f.totalReturned());
  }

  private static Stream<@Nullable Object> round(Release release, Figures.Round round) {
    return Stream.of(
        release.demo(),
        round.id(),
        round.number(),
        round.agreement(),
        round.stage(),
        round.mediator(),
        round.from(),
        round.to(),
        round.returned(),
        StatisticsJson.part(round.military(), round),
        StatisticsJson.part(round.civilian(), round),
        round.departed());
  }

  private static void answers(StringBuilder out, Release release) {
    Figures.Answers a = release.figures().answers();
    if (a == null) {
      return;
    }
    List<String> kinds =
        List.of(
            "asked",
            "open",
            "ignored",
            "refused",
            "accepted",
            "countered",
            "delivered",
            "broken",
            "substituted");
    int[] counts = {
      a.asked(),
      a.open(),
      a.ignored(),
      a.refused(),
      a.accepted(),
      a.countered(),
      a.delivered(),
      a.broken(),
      a.substituted()
    };
    IntStream.range(0, counts.length)
        .forEach(i -> line(out, Stream.of(release.demo(), kinds.get(i), counts[i])));
  }

  private static void held(StringBuilder out, Release release) {
    Figures.Held held = release.figures().held();
    if (held != null) {
      StatisticsJson.cells(held)
          .forEach(
              cell ->
                  line(
                      out,
                      Stream.of(
                          release.demo(), held.upTo(), cell.group(), cell.time(), cell.persons())));
    }
  }

  private static Stream<Object> correction(Release release, Figures.Correction correction) {
    return Stream.of(
        release.demo(),
        correction.at(),
        correction.roundId(),
        correction.change(),
        correction.uk(),
        correction.ru(),
        correction.en());
  }

  private void reported(StringBuilder out) {
    reference
        .figures()
        .forEach(
            f ->
                line(
                    out,
                    Stream.of(
                        f.subject(),
                        f.metric(),
                        f.value(),
                        f.atLeast(),
                        f.asOf(),
                        f.definitionEn(),
                        f.source())));
  }

  private static void line(StringBuilder out, Stream<? extends @Nullable Object> cells) {
    out.append(cells.map(StatisticsTables::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}

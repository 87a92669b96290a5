package svoi.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.exchange.Figures;
import svoi.exchange.Release;
import svoi.platform.Language;

/// Released figures for programs. What may not be told is "<5" or "withheld", never zero or null.
///
/// @param outcomeRoot SHA-256 over the sorted ids of the summed outcomes, each on a line
/// @param sinceThen counted by this installation
/// @param total the opening balance and what came since
/// @param sums the addends of `total`, each with an address whose `returned` is its value
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatisticsJson(
    boolean invented,
    String asOf,
    String method,
    String methodPage,
    String outcomeRoot,
    String licence,
    Figures.@Nullable Opening openingBalance,
    Counts sinceThen,
    Total total,
    Map<String, List<Addend>> sums,
    List<RoundJson> rounds,
    Figures.@Nullable Answers answers,
    @Nullable Held timeInCaptivity,
    List<Correction> corrections) {
  static final String LICENCE = "CC-BY-4.0";

  record Counts(
      long exchanges, long agreements, long returned, Object returnedOutside, long departed) {}

  record Total(long exchanges, long returned) {}

  /// @param href of the round, or of the opening balance
  record Addend(String href, long value) {}

  /// One announced round.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RoundJson(
      String id,
      String href,
      Map<String, String> page,
      @Nullable Integer exchangeNumber,
      @Nullable String agreement,
      @Nullable Integer stage,
      @Nullable String mediator,
      String announcedAt,
      String from,
      String to,
      int exchanges,
      int returned,
      Object military,
      Object civilian,
      int departed) {}

  record Held(String upTo, List<HeldCell> cells) {}

  record HeldCell(String group, String time, Object persons) {}

  record Correction(String at, String round, int change, Map<String, String> text) {}

  static StatisticsJson of(Release release, String site) {
    Figures figures = release.figures();
    Figures.Held held = figures.held();
    return new StatisticsJson(
        release.demo(),
        release.asOf().toString(),
        release.method(),
        site + "/en/method",
        release.root(),
        LICENCE,
        figures.opening(),
        new Counts(
            figures.exchanges(),
            figures.agreements(),
            figures.returned(),
            shown(figures.outside()),
            figures.departed()),
        new Total(figures.totalExchanges(), figures.totalReturned()),
        sums(figures),
        figures.rounds().stream().map(round -> round(round, site)).toList(),
        figures.answers(),
        held == null ? null : new Held(held.upTo().toString(), cells(held)),
        figures.corrections().stream().map(StatisticsJson::correction).toList());
  }

  static RoundJson round(Figures.Round round, String site) {
    Map<String, String> page = new TreeMap<>();
    for (Language language : Language.values()) {
      page.put(language.code(), site + "/" + language.code() + "/exchanges/rounds/" + round.id());
    }
    return new RoundJson(
        round.id().toString(),
        href(round),
        page,
        round.number(),
        round.agreement(),
        round.stage(),
        round.mediator(),
        round.announcedAt().toString(),
        round.from().toString(),
        round.to().toString(),
        round.returned() > 0 ? 1 : 0,
        round.returned(),
        part(round.military(), round),
        part(round.civilian(), round),
        round.departed());
  }

  /// The groups of the table of time in captivity, in the order of its rows.
  static final List<String> GROUPS = List.of("military", "civilian", "all");

  static List<HeldCell> cells(Figures.Held held) {
    List<String> times = Stream.concat(Figures.Held.BANDS.stream(), Stream.of("any")).toList();
    return IntStream.range(0, GROUPS.size())
        .boxed()
        .flatMap(
            row ->
                IntStream.range(0, times.size())
                    .mapToObj(
                        time ->
                            new HeldCell(
                                GROUPS.get(row),
                                times.get(time),
                                shown(held.cells().get(row).get(time)))))
        .toList();
  }

  /// A number, or why there is none.
  static Object shown(Figures.Cell cell) {
    return switch (cell.sight()) {
      case SHOWN -> cell.value();
      case FEW -> "<5";
      case WITHHELD -> "withheld";
    };
  }

  static Object part(@Nullable Integer count, Figures.Round round) {
    if (count != null) {
      return count;
    }
    return round.split() == Figures.Split.LATER ? "later" : "withheld";
  }

  private static Map<String, List<Addend>> sums(Figures figures) {
    Figures.Opening opening = figures.opening();
    String before = "/api/v1/statistics/opening-balance";
    Stream<Addend> exchanges =
        figures.rounds().stream()
            .filter(round -> round.returned() > 0)
            .map(round -> new Addend(href(round), 1));
    Stream<Addend> returned =
        figures.rounds().stream().map(round -> new Addend(href(round), round.returned()));
    return new TreeMap<>(
        Map.of(
            "exchanges",
            opening == null
                ? exchanges.toList()
                : Stream.concat(Stream.of(new Addend(before, opening.exchanges())), exchanges)
                    .toList(),
            "returned",
            opening == null
                ? returned.toList()
                : Stream.concat(Stream.of(new Addend(before, opening.returned())), returned)
                    .toList()));
  }

  private static String href(Figures.Round round) {
    return "/api/v1/statistics/rounds/" + round.id();
  }

  private static Correction correction(Figures.Correction correction) {
    return new Correction(
        correction.at().toString(),
        correction.roundId().toString(),
        correction.change(),
        new TreeMap<>(Map.of("uk", correction.uk(), "ru", correction.ru(), "en", correction.en())));
  }
}

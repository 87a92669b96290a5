package svoi.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reference data, read once when the program starts: it changes by migration only.
public final class Reference {
  private static final String REGIONS = "SELECT * FROM reference.v_region ORDER BY sort_uk";
  private static final String ARTICLES =
      "SELECT * FROM reference.v_offence_article ORDER BY article, valid_from";
  private static final String EXCHANGES =
      "SELECT * FROM reference.v_published_exchange ORDER BY held_on, exchange_no";
  private static final String FIGURES =
      "SELECT * FROM reference.v_published_figure ORDER BY subject, metric, as_of";

  private final List<Region> regions;
  private final Map<String, Region> byIso;
  private final Map<String, Region> bySlug;
  private final List<Article> articles;
  private final List<PublishedExchange> exchanges;
  private final List<PublishedFigure> figures;

  private Reference(JdbcClient jdbc) {
    regions = jdbc.sql(REGIONS).query((row, n) -> region(row)).list();
    byIso = regions.stream().collect(Collectors.toMap(Region::iso, Function.identity()));
    bySlug = regions.stream().collect(Collectors.toMap(Region::slug, Function.identity()));
    articles =
        jdbc.sql(ARTICLES).query((row, n) -> article(row)).list().stream()
            .sorted(Comparator.comparing(Reference::articleOrder).thenComparing(Article::from))
            .toList();
    exchanges = jdbc.sql(EXCHANGES).query((row, n) -> exchange(row)).list();
    figures = jdbc.sql(FIGURES).query((row, n) -> figure(row)).list();
  }

  /// Reads everything through the contract views, under the caller's role.
  public static Reference read(JdbcClient jdbc) {
    return new Reference(jdbc);
  }

  /// The 27 regions: Crimea, the oblasts by the Ukrainian alphabet, the two cities.
  public List<Region> regions() {
    return regions;
  }

  public Optional<Region> regionBySlug(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  /// @throws IllegalArgumentException if there is no region with this ISO 3166-2 code
  public Region region(String iso) {
    Region region = byIso.get(iso);
    if (region == null) {
      throw new IllegalArgumentException("no region " + iso);
    }
    return region;
  }

  /// Every title of every article, by number and then by date.
  public List<Article> articles() {
    return articles;
  }

  /// The title of the article that began on that day.
  ///
  /// @throws IllegalArgumentException if there is none
  public Article article(String number, LocalDate from) {
    return articles.stream()
        .filter(a -> a.number().equals(number) && a.from().equals(from))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no article " + number + " from " + from));
  }

  /// The title of the article in force on `day`; for a day before the first title, the first one.
  public Optional<Article> articleOn(String number, LocalDate day) {
    List<Article> titles = articles.stream().filter(a -> a.number().equals(number)).toList();
    return titles.stream()
        .filter(a -> !a.from().isAfter(day))
        .reduce((earlier, later) -> later)
        .or(() -> titles.stream().findFirst());
  }

  /// Exchanges as published, oldest first; the list is not complete and says so where it is shown.
  public List<PublishedExchange> exchanges() {
    return exchanges;
  }

  public List<PublishedFigure> figures() {
    return figures;
  }

  private static String articleOrder(Article article) {
    String[] parts = article.number().split("-", 2);
    return "%04d-%02d"
        .formatted(Integer.valueOf(parts[0]), parts.length == 1 ? 0 : Integer.valueOf(parts[1]));
  }

  private static Region region(ResultSet row) throws SQLException {
    return new Region(
        row.getString("iso"),
        row.getString("slug"),
        row.getInt("sort_uk"),
        new Region.Forms(
            row.getString("name_uk"),
            row.getString("short_uk"),
            row.getString("genitive_uk"),
            row.getString("locative_uk")),
        new Region.Forms(
            row.getString("name_ru"),
            row.getString("short_ru"),
            row.getString("genitive_ru"),
            row.getString("locative_ru")),
        new Region.Forms(
            row.getString("name_en"),
            row.getString("short_en"),
            row.getString("name_en"),
            row.getString("locative_en")));
  }

  private static Article article(ResultSet row) throws SQLException {
    return new Article(
        row.getString("article"),
        row.getObject("valid_from", LocalDate.class),
        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
        row.getBoolean("has_parts"),
        row.getString("title_uk"),
        row.getString("title_ru"),
        row.getString("title_en"),
        row.getString("offence_group"),
        row.getString("evidence"));
  }

  private static PublishedExchange exchange(ResultSet row) throws SQLException {
    return new PublishedExchange(
        row.getObject("exchange_no", Integer.class),
        Optional.ofNullable(row.getString("no_evidence")).orElse(""),
        row.getObject("held_on", LocalDate.class),
        row.getString("stage"),
        row.getObject("returned_total", Integer.class),
        row.getObject("returned_military", Integer.class),
        row.getObject("returned_civilian", Integer.class),
        row.getObject("cumulative_published", Integer.class),
        row.getString("evidence"),
        row.getString("source"));
  }

  private static PublishedFigure figure(ResultSet row) throws SQLException {
    return new PublishedFigure(
        row.getString("subject"),
        row.getString("metric"),
        row.getLong("value"),
        row.getObject("as_of", LocalDate.class),
        row.getString("as_of_precision"),
        row.getBoolean("at_least"),
        row.getString("definition_uk"),
        row.getString("definition_ru"),
        row.getString("definition_en"),
        row.getString("source"));
  }
}

package svoi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import svoi.exchange.AnnouncedRound;
import svoi.exchange.Releases;
import svoi.exchange.RoundsSample;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Public figures as a reader and as a program meet them, and the walk back to what they sum.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StatisticsIT {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Pattern ROUND =
      Pattern.compile("<a href=\"(/en/exchanges/rounds/[0-9a-f-]{36})\"><time");
  private static final Pattern DATA = Pattern.compile("<data value=\"([0-9]+)\">");

  @TempDir private static Path folder;
  private static TestDatabase database;
  private static ResultsSite site;
  private static RoundsSample sample;
  private static AnnouncedRound announced;
  private static Releases releases;
  private static UUID round = new UUID(0, 0);
  private static LocalDate yesterday = LocalDate.EPOCH;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    sample = RoundsSample.in(database);
    announced = new AnnouncedRound(database, sample);
    releases = new Releases(database.as(Role.DESK));
    site = new ResultsSite(database, folder);
  }

  @AfterAll
  static void close() {
    site.close();
    database.close();
  }

  /// Scenario 28.
  @Test
  @Order(1)
  void aTotalIsWalkedBackToTheOpeningBalanceAndARoundOfTen() {
    assertThat(site.get("/en/exchanges").statusCode()).as("before any figures").isEqualTo(200);
    assertThat(site.get("/api/v1/statistics").statusCode()).isEqualTo(404);
    round = announced.real(10);
    releases.writeChanged();
    yesterday = sample.today();

    JsonNode figures = json("/api/v1/statistics").get("figures");
    assertThat(figures.at("/total/exchanges").asInt()).isEqualTo(55);
    assertThat(figures.at("/total/returned").asInt()).isEqualTo(3_415);
    assertThat(walked(figures, "exchanges")).isEqualTo(55);
    assertThat(walked(figures, "returned")).isEqualTo(3_415);
  }

  @Test
  @Order(2)
  void thePageLeadsToTheRoundsThatItSums() {
    String page = site.get("/en/exchanges").body();
    assertThat(page).contains("3\u00a0405", "3\u00a0415", ">54<", ">55<");
    List<String> rounds = ROUND.matcher(page).results().map(found -> found.group(1)).toList();
    int sum =
        rounds.stream()
            .map(path -> DATA.matcher(site.get(path).body()))
            .filter(Matcher::find)
            .mapToInt(found -> Integer.parseInt(found.group(1)))
            .sum();

    assertThat(rounds).containsExactly("/en/exchanges/rounds/" + round);
    assertThat(3_405 + sum).isEqualTo(3_415);
  }

  /// Scenario 29.
  @Test
  @Order(3)
  void aCorrectionIsSeenTodayAndNotYesterday() {
    site.moveClock(Duration.ofDays(1));
    announced.correct(announced.home(round).getFirst());
    releases.writeChanged();

    assertThat(total("")).isEqualTo(3_414);
    assertThat(total("?as_of=" + yesterday)).isEqualTo(3_415);
    assertThat(walked(json("/api/v1/statistics").get("figures"), "returned")).isEqualTo(3_414);
    assertThat(site.get("/en/exchanges/changes").body())
        .contains("−1: duplicate", round.toString());
    assertThat(site.get("/uk/exchanges/changes").body()).contains("−1: повтор");
    assertThat(site.get("/en/exchanges?as_of=" + yesterday).body())
        .contains("3\u00a0415", "as they stood at the end of")
        .doesNotContain("#rounds\">3\u00a0414");
    assertThat(site.get("/data/exchanges/corrections.csv").body())
        .contains("false,", round.toString(), "−1: duplicate");
  }

  /// Scenario 30.
  @Test
  @Order(4)
  void aSmallCellIsInNoFormat() {
    announced.invented(30, 3);
    site.moveClock(Duration.ofDays(5));
    releases.writeChanged();

    String csv = site.get("/data/exchanges/time-in-captivity.csv").body();
    assertThat(csv)
        .contains(",civilian,any,<5\r\n", ",military,any,withheld\r\n")
        .doesNotContainPattern(",[1-4]\r\n");
    JsonNode held = json("/api/v1/statistics").at("/invented/timeInCaptivity/cells");
    assertThat(held.size()).isEqualTo(18);
    for (JsonNode cell : held) {
      assertThat(cell.get("persons").asString()).isNotIn("1", "2", "3", "4", "30", "33");
    }
    String page = site.get("/en/exchanges").body();
    String chart = page.substring(page.indexOf("id=\"i-held\""), page.indexOf("id=\"i-rounds\""));
    assertThat(chart).contains("&lt;5</text>", "not told</td>").doesNotContainPattern(">[1-4]<");
    assertThat(site.get("/data/exchanges/rounds.csv").body())
        .contains(",33,withheld,withheld,1\r\n");
  }

  @Test
  @Order(5)
  void inventedRoundsAreMarkedAndInNoOtherFigure() {
    JsonNode both = json("/api/v1/statistics");
    assertThat(both.at("/figures/total/returned").asInt()).isEqualTo(3_414);
    assertThat(both.at("/invented/total/returned").asInt()).isEqualTo(33);
    assertThat(both.at("/invented/openingBalance").isMissingNode()).isTrue();
    assertThat(json("/embed/exchanges.json").get("returned").asInt()).isEqualTo(3_414);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uk", "ru", "en"})
  @Order(6)
  void theFeedIsValidAtom(String language) throws Exception {
    HttpResponse<String> answer = site.get("/feeds/exchanges." + language + ".atom");
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("application/atom+xml;charset=utf-8");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element feed =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();

    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    assertThat(children(feed, "author")).hasSize(1);
    assertThat(children(feed, "link")).anyMatch(l -> l.getAttribute("rel").equals("self"));
    requireIdTitleUpdated(feed);
    List<Element> entries = children(feed, "entry");
    assertThat(entries).hasSize(3);
    entries.forEach(StatisticsIT::requireIdTitleUpdated);
    assertThat(entries.stream().map(e -> text(e, "id"))).doesNotHaveDuplicates();
    assertThat(answer.body()).doesNotContain("Вигаданець", "Выдуманец", "Vyhadanets");
  }

  @Test
  @Order(7)
  void tablesAreDescribedAndNotSentAgain() {
    JsonNode descriptor = json("/data/exchanges/datapackage.json");
    assertThat(descriptor.at("/licenses/0/name").asString()).isEqualTo("CC-BY-4.0");
    for (JsonNode resource : descriptor.get("resources")) {
      String path = "/data/exchanges/" + resource.get("path").asString();
      HttpResponse<String> table = site.get(path);
      List<String> fields =
          IntStream.range(0, resource.at("/schema/fields").size())
              .mapToObj(i -> resource.at("/schema/fields/" + i + "/name").asString())
              .toList();
      assertThat(table.body().lines().findFirst()).hasValue(String.join(",", fields));
      assertThat(table.headers().firstValue("access-control-allow-origin")).hasValue("*");
      assertThat(table.headers().allValues("cross-origin-resource-policy"))
          .containsExactly("cross-origin");
      String tag = table.headers().firstValue("etag").orElseThrow();
      assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/en/exchanges?as_of=2020-01-01",
        "/en/exchanges/rounds/00000000-0000-4000-8000-000000000000",
        "/en/exchanges/rounds/1",
        "/api/v1/statistics/rounds/1",
        "/data/exchanges/outcome.csv",
        "/feeds/exchanges.de.atom"
      })
  @Order(8)
  void whatWasNeverPublishedIsNotThere(String path) {
    assertThat(site.get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-02-30", "9999-01-01", "%3Cb%3E"})
  @Order(9)
  void aDayThatIsNoneIsRefused(String day) {
    assertThat(site.get("/uk/exchanges?as_of=" + day).statusCode()).isEqualTo(400);
    assertThat(site.get("/api/v1/statistics?as_of=" + day).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uk", "ru", "en"})
  @Order(10)
  void everyPageIsThereInEveryLanguage(String language) {
    for (String path :
        List.of(
            "exchanges",
            "exchanges/rounds/" + round,
            "exchanges/changes",
            "exchanges/reconciliation",
            "method")) {
      HttpResponse<String> page = site.get("/" + language + "/" + path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.headers().firstValue("set-cookie")).isEmpty();
    }
    assertThat(site.get("/embed/exchanges." + language + ".svg").body()).contains("3\u00a0414");
  }

  private static int total(String query) {
    return json("/api/v1/statistics" + query).at("/figures/total/returned").asInt();
  }

  /// Asks every addend for its own number.
  private static int walked(JsonNode figures, String sum) {
    int total = 0;
    for (JsonNode addend : figures.at("/sums/" + sum)) {
      int value = json(addend.get("href").asString()).get(sum).asInt();
      assertThat(value).isEqualTo(addend.get("value").asInt());
      total += value;
    }
    return total;
  }

  private static JsonNode json(String path) {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }

  private static void requireIdTitleUpdated(Element element) {
    Stream.of("id", "title", "updated")
        .forEach(name -> assertThat(text(element, name)).isNotBlank());
    assertThat(text(element, "id")).matches("(https?|urn):.+");
    assertThat(OffsetDateTime.parse(text(element, "updated"))).isNotNull();
  }

  private static String text(Element element, String name) {
    return children(element, name).getFirst().getTextContent();
  }

  private static List<Element> children(Element element, String name) {
    NodeList nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .filter(child -> ATOM.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
        .toList();
  }
}

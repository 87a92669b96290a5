package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static svoi.web.TestSite.SECRET;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import svoi.web.RawHttp.Answer;

class ErrorPagesTest {
  private static TestSite site;
  private static RawHttp http;

  @BeforeAll
  static void start() {
    site = new TestSite("svoi.limits.searches=1", "svoi.limits.search-burst=1");
    http = site.http;
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/uk/nothing | en | UK",
        "/ru/nothing | en | RU",
        "/en/nothing | uk | EN",
        "/en | uk | EN",
        "/nothing | ru-RU,ru;q=0.9,en;q=0.8 | RU",
        "/nothing | de, en;q=0.5 | EN",
        "/nothing | ru;q=0, en;q=0.1 | EN",
        "/nothing | ;;;q=x | UK",
        "/UK/nothing | en | EN",
        "/ukx/nothing | en | EN"
      })
  void speaksTheLanguageOfTheAddressElseOfTheBrowser(String path, String wish, String language) {
    Answer answer = http.get(path, "Accept-Language: " + wish);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("<title>" + language + " 404 -</title>");
    assertThat(answer.header("content-type")).isEqualTo("text/html;charset=utf-8");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    assertThat(answer.header("x-robots-tag")).isEqualTo("noindex");
  }

  @Test
  void whatIsGoneReadsLikeWhatNeverWas() {
    Answer gone = http.get("/uk/gone");
    Answer never = http.get("/uk/nothing");

    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.body()).isEqualTo(never.body());
    assertThat(gone.headers().keySet()).isEqualTo(never.headers().keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /uk/about, 405",
    "TRACE, /uk/about, 405",
    "BREW, /uk/about, 405",
    "POST, /uk/about, 405",
    "GET, /uk/search, 400",
    "GET, /uk/search?q=%ff%fe, 400",
    "GET, /uk/search?q=%zz, 400",
    "GET, /uk/search?q=%, 400",
    "GET, /uk/list/abc, 400",
    "GET, /uk/list/99999999999, 400",
    "GET, /uk/list/1?page=-, 400",
    "GET, /uk/refused, 403",
    "GET, /error, 404"
  })
  void badInputGetsItsStatusAndAPage(String method, String target, int status) {
    Answer answer = http.ask(method, target);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).contains("<title>").doesNotContain(SECRET, "Exception", "Jetty");
  }

  @Test
  void aMethodThatIsNotAllowedNamesThoseThatAre() {
    assertThat(http.ask("DELETE", "/uk/about").header("allow")).contains("GET");
    assertThat(http.ask("TRACE", "/uk/about").header("allow")).contains("GET");
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, 415",
    "nonsense, 415",
    "application/x-www-form-urlencoded;charset=nonsense, 415",
    "multipart/form-data, 415"
  })
  void aFormOfAnotherKindIsRefused(String type, int status) {
    String form = "text=x";
    String request =
        "POST /uk/form HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
            + (type + "\r\nContent-Length: " + form.length() + "\r\n\r\n" + form);

    assertThat(RawHttp.only(http.send(request)).status()).isEqualTo(status);
  }

  @Test
  void aFormThatIsTooLargeIsRefused() {
    String form = "text=" + "x".repeat(300_000);
    String request =
        "POST /uk/form HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + (form.length() + "\r\n\r\n" + form);

    assertThat(RawHttp.only(http.send(request)).status()).isIn(400, 413);
  }

  @Test
  void aRangeOutsideTheFileNamesItsSize() {
    Answer answer = http.get("/media/film", "Range: bytes=20000-");

    assertThat(answer.status()).isEqualTo(416);
    assertThat(http.get("/media/film", "Range: bytes=0-9").status()).isEqualTo(206);
  }

  @Test
  void theApiAnswersInJsonWithAStableCode() {
    Answer answer = http.get("/api/v1/nothing", "Accept-Language: en", "Accept: text/html");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.body()).isEqualTo("{\"code\":\"not_found\",\"title\":\"EN \\\"404\\\"\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/uk/fails", "/uk/database"})
  void aFaultOfOursHasANumberAndNoReason(String path) {
    Answer answer = http.get(path);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).matches("<title>UK 500 [2-9A-HJ-NP-Z]{8}</title>");
  }

  @Test
  void aFaultOfOursInTheApiHasTheNumberToo() {
    Answer answer = http.get("/api/v1/fails");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body())
        .matches("\\{\"code\":\"internal_error\",.*\"incident\":\"[2-9A-Z]{8}\"}");
  }

  @Test
  void theLogOfAFaultHasPlacesButNoMessages() {
    RuntimeException fault =
        new IllegalStateException(SECRET, new java.sql.SQLException(SECRET + " row"));

    assertThat(Incidents.trace(fault))
        .contains("java.lang.IllegalStateException", "caused by java.sql.SQLException")
        .contains("at svoi.web.ErrorPagesTest")
        .doesNotContain(SECRET);
  }

  @Test
  void aFaultInTheMiddleOfAnAnswerLeavesNoAddressInTheLog() {
    List<ILoggingEvent> log = logOf("/uk/breaks?q=zaqwsx");

    assertThat(log).singleElement().asString().contains("incident");
    assertThat(log.toString()).doesNotContain("zaqwsx", SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/uk/about", "/uk/nothing", "/uk/gone", "/uk/list/x", "/uk/search?q=%ff", "/%zz"})
  void nothingThatAVisitorDoesIsLogged(String target) {
    assertThat(logOf(target)).isEmpty();
  }

  private static List<ILoggingEvent> logOf(String target) {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    try (TestSite talkative = new TestSite("logging.level.root=warn")) {
      Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
      log.start();
      root.addAppender(log);
      talkative.http.send(RawHttp.request("GET", target));
      root.detachAppender(log);
    }
    return log.list;
  }

  @Test
  void aBudgetUsedUpSaysWhenToComeBack() {
    Answer last = http.get("/uk/search?q=a");
    for (int i = 0; i < 20; i++) {
      last = http.get("/uk/search?q=a");
    }

    assertThat(last.status()).isEqualTo(429);
    assertThat(last.body()).isEqualTo("<title>UK 429 -</title>");
    assertThat(Integer.parseInt(last.header("retry-after"))).isBetween(1, 60);
  }

  @Test
  void aPageInTheMakingIsFinishedBeforeTheServerStops() throws InterruptedException {
    TestSite stopping = new TestSite();
    TestSite.Pages pages = stopping.bean(TestSite.Pages.class);
    var slow =
        CompletableFuture.supplyAsync(
            () -> stopping.http.get("/uk/slow"), Thread::startVirtualThread);
    pages.inside.await();

    var closed = CompletableFuture.runAsync(stopping::close, Thread::startVirtualThread);
    while (stopping.accepts()) {
      Thread.onSpinWait();
    }
    pages.leave.countDown();

    assertThat(slow.join().status()).isEqualTo(200);
    closed.join();
  }

  @Test
  void onePageTooManyIsTurnedAwayAtOnce() throws InterruptedException {
    try (TestSite narrow = new TestSite("svoi.limits.renders=1")) {
      TestSite.Pages pages = narrow.bean(TestSite.Pages.class);
      var slow =
          CompletableFuture.supplyAsync(
              () -> narrow.http.get("/uk/slow"), Thread::startVirtualThread);
      pages.inside.await();

      Answer refused = narrow.http.get("/uk/about");
      Answer film = narrow.http.get("/media/film");
      pages.leave.countDown();

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("retry-after")).isEqualTo("2");
      assertThat(film.status()).isEqualTo(200);
      assertThat(slow.join().status()).isEqualTo(200);
      assertThat(narrow.http.get("/uk/about").status()).isEqualTo(200);
    }
  }
}

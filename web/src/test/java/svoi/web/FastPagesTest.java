package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static svoi.web.TestSite.PERSON;
import static svoi.web.TestSite.PROFILE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import svoi.web.RawHttp.Answer;

class FastPagesTest {
  private static TestSite site;
  private static FastPages fast;
  private static RawHttp http;

  @BeforeAll
  static void start() {
    site = new TestSite();
    fast = site.bean(FastPages.class);
    http = site.http;
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void forgetPages() {
    site.pages.everythingChanged();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip", "br"})
  void theSecondVisitorGetsTheSameHeadersAndBytesAsTheFirst(String encoding) {
    for (String path : List.of("/uk/about", PROFILE, "/api/v1/regions")) {
      Answer rendered = http.get(path, "Accept-Encoding: " + encoding);
      long hits = fast.hits();
      Answer ready = http.get(path, "Accept-Encoding: " + encoding);

      assertThat(fast.hits()).as("answered from memory").isEqualTo(hits + 1);
      assertThat(ready.status()).isEqualTo(200);
      assertThat(withoutDate(ready)).isEqualTo(withoutDate(rendered));
      assertThat(ready.body()).isEqualTo(rendered.body());
    }
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    new Headers(false)
        .all()
        .forEach(
            header -> {
              assertThat(http.get("/uk/about").header(header.name())).isEqualTo(header.value());
              assertThat(http.get("/uk/nothing").header(header.name())).isEqualTo(header.value());
            });
  }

  @Test
  void eachEncodingHasItsOwnTagAndLength() {
    http.get("/uk/about");
    Answer plain = http.get("/uk/about");
    Answer gzip = http.get("/uk/about", "Accept-Encoding: gzip");

    assertThat(gzip.header("etag")).endsWith("-gz\"").isNotEqualTo(plain.header("etag"));
    assertThat(plain.header("content-length")).isEqualTo(String.valueOf(plain.body().length()));
    assertThat(gzip.header("content-length")).isEqualTo(String.valueOf(gzip.body().length()));
    assertThat(gzip.header("vary")).isEqualTo("Accept-Encoding");
    assertThat(plain.header("vary")).isEqualTo("Accept-Encoding");
  }

  @Test
  void aReaderWhoHasThePageGetsNoBodyAndNoWrongLength() {
    Answer page = http.get("/uk/about");
    String tag = page.header("etag");
    site.pages.everythingChanged();
    Answer rendered = http.get("/uk/about", "If-None-Match: \"x\", W/" + tag);
    Answer ready = http.get("/uk/about", "If-None-Match: \"x\", W/" + tag);

    assertThat(ready.status()).isEqualTo(304);
    assertThat(ready.body()).isEmpty();
    assertThat(ready.headers()).doesNotContainKey("content-type");
    assertThat(ready.header("content-length")).isEqualTo(page.header("content-length"));
    assertThat(ready.header("etag")).isEqualTo(tag);
    assertThat(rendered.status()).isEqualTo(304);
    assertThat(withoutDate(ready)).isEqualTo(withoutDate(rendered));
  }

  @Test
  void theConnectionGoesOnAfterAnUnchangedPage() {
    String tag = http.get("/uk/about").header("etag");
    String has = "GET /uk/about HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: " + tag + "\r\n\r\n";

    String raw = http.send(has + has + RawHttp.request("GET", "/uk/about"));

    assertThat(statuses(raw)).containsExactly("304", "304", "200");
  }

  @Test
  void aStarAsksWhetherThereIsAnyPage() {
    http.get("/uk/about");

    assertThat(http.get("/uk/about", "If-None-Match: *").status()).isEqualTo(304);
  }

  @Test
  void theTagOfAnotherEncodingIsNotThisPage() {
    String tag = http.get("/uk/about", "Accept-Encoding: gzip").header("etag");

    assertThat(http.get("/uk/about", "If-None-Match: " + tag).status()).isEqualTo(200);
  }

  @Test
  void headHasTheHeadersOfGetWithoutTheBody() {
    http.get("/uk/about");
    long hits = fast.hits();
    Answer get = http.get("/uk/about", "Accept-Encoding: gzip");
    Answer head = http.ask("HEAD", "/uk/about", "Accept-Encoding: gzip");

    assertThat(fast.hits()).isEqualTo(hits + 2);
    assertThat(head.body()).isEmpty();
    assertThat(withoutDate(head)).isEqualTo(withoutDate(get));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/uk/%61bout",
        "/uk//about",
        "/uk/about;x",
        "/uk;x/about",
        "/uk/about?",
        "/uk/about?x=1",
        "/UK/about",
        "/uk/ABOUT",
        "/uk/about/",
        "/uk/./about",
        "/uk/../uk/about",
        "/uk/about%00",
        "/uk/about#x",
        "/uk/about%20",
        "//uk/about"
      })
  void everyOtherSpellingFallsThrough(String spelling) {
    http.get("/uk/about");
    long served = fast.hits() + fast.unchanged();

    Answer answer = http.get(spelling);

    assertThat(fast.hits() + fast.unchanged()).isEqualTo(served);
    assertThat(answer.status()).isIn(200, 400, 404);
    assertThat(site.pages.at(spelling)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "BREW"})
  void everyOtherMethodFallsThrough(String method) {
    http.get("/uk/about");
    long served = fast.hits();

    Answer answer = http.ask(method, "/uk/about", "Content-Length: 0", "X-Secret: 41");

    assertThat(fast.hits()).isEqualTo(served);
    assertThat(answer.status()).isIn(200, 400, 405);
    assertThat(answer.body()).doesNotContain("41");
  }

  @Test
  void aBodyOnGetDoesNotBecomeTheNextRequest() {
    http.get("/uk/about");
    String smuggled = "GET /uk/fails HTTP/1.1\r\nHost: x\r\n\r\n";
    String first =
        "GET /uk/about HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + smuggled.length()
            + "\r\n\r\n"
            + smuggled;

    String raw = http.send(first + RawHttp.request("GET", "/uk/about"));

    assertThat(raw.split("HTTP/1.1 200", -1)).hasSize(3);
    assertThat(raw).doesNotContain("HTTP/1.1 500");
  }

  @Test
  void requestsInARowOnOneConnectionAreAnsweredInOrder() {
    http.get("/uk/about");
    String one = "GET /uk/about HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String missing = "GET /uk/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";

    String raw = http.send(one + missing + one + RawHttp.request("HEAD", "/uk/about"));

    assertThat(statuses(raw)).containsExactly("200", "404", "200", "200");
  }

  @Test
  void aWithdrawnPersonIsGoneAtOnceAndOthersStay() {
    http.get(PROFILE);
    http.get("/uk/about");
    long hits = fast.hits();

    site.pages.changed(Set.of(PERSON));
    http.get(PROFILE);
    http.get("/uk/about");

    assertThat(fast.hits()).isEqualTo(hits + 1);
  }

  @Test
  void nothingOfTheRequestComesBack() {
    http.get("/uk/about");

    String raw =
        http.send(
            RawHttp.request(
                "GET",
                "/uk/about",
                "X-Probe: zaqwsx",
                "Cookie: a=zaqwsx",
                "Origin: https://zaqwsx"));

    assertThat(raw).doesNotContain("zaqwsx").doesNotContainIgnoringCase("set-cookie");
  }

  @Test
  void theServerDoesNotNameItself() {
    assertThat(http.get("/uk/about").headers()).doesNotContainKeys("server", "x-powered-by");
    assertThat(http.send("GET / HTTP/1.1\r\n\r\n")).doesNotContainIgnoringCase("jetty");
  }

  private static Stream<String> statuses(String raw) {
    return Pattern.compile("HTTP/1.1 ([0-9]+)").matcher(raw).results().map(found -> found.group(1));
  }

  private static Map<String, List<String>> withoutDate(Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers());
    headers.remove("date");
    return headers;
  }
}

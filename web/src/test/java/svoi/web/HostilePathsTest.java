package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import svoi.web.RawHttp.Answer;

/// Whatever is sent, the answer is clear, calm and never a fault of ours.
class HostilePathsTest {
  private static final int CASES = 3_000;

  private static final List<String> PIECES =
      words(
          """
          / // /./ /../ .. % %2 %zz %00 %2e%2e %2f %5c %25 %ff %c0%af %e0%80%af %ed%a0%80
          %u0041 \\ ; ;a=b ;jsessionid=1 ? & = # + uk ru en about profiles list search media
          film api/v1 regions q= page= -1 99999999999999999999 NaN ' " <script> ${jndi:x}
          {{7*7}} %0d%0aX-Evil:1 \u0001 \u0000 \u007f \u00ff \u00c0\u00af [ ] { } | ^ ` ~ * : @
          http://
          """);

  private static final List<String> HEADERS =
      words(
          """
          Accept Accept-Language Accept-Encoding Accept-Charset If-None-Match If-Modified-Since
          If-Match If-Range Range Content-Type Content-Length Transfer-Encoding Expect Cookie
          Origin Host X-Forwarded-For Upgrade X-HTTP-Method-Override Connection
          Content-Encoding Forwarded Te
          """);

  /// `_` stands for a space.
  private static final List<String> VALUES =
      words(
          """
          , ; ;q= * */* text/html;q=2 a/b/c / gzip;q=-1 bytes= bytes=0- bytes=-1 bytes=9-1
          bytes=0-0,2-3,5- bytes=99999999999999999999- lines=1-2 W/ " "" W/"x
          Thu,_99_Foo_2026 -1 0 1e9 chunked xchunked 100-continue 200-ok a=b;_c null
          localhost:99999 h2c websocket application/json
          application/x-www-form-urlencoded;charset=x multipart/form-data \u00ff\u00fe \u0001
          xx-XX-xxxxxxxxxxxx en;q=0.0.0 close,_x deflate,_gzip
          """);

  private static final List<String> METHODS =
      words("GET GET GET GET HEAD POST PUT DELETE OPTIONS TRACE CONNECT PROPFIND get G\u0000T");

  private static final List<String> STARTS =
      words("/ /uk/search?q= /uk/list/ /uk/list/1?page= /uk/profiles/ /api/v1/ /ru/");

  private static TestSite site;
  private static RawHttp http;

  @BeforeAll
  static void start() {
    site = new TestSite();
    http = site.http;
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void noPathOrParameterIsAFaultOfOurs() {
    IntStream.range(0, CASES).forEach(seed -> assertCalm(withPath(new Random(seed)), seed));
  }

  @Test
  void noHeaderIsAFaultOfOurs() {
    IntStream.range(0, CASES).forEach(seed -> assertCalm(withHeaders(new Random(seed)), seed));
  }

  @Test
  void noBytesAreAFaultOfOurs() {
    IntStream.range(0, CASES / 3).forEach(seed -> assertCalm(broken(new Random(seed)), seed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /uk/%zz HTTP/1.1 | 400",
        "GET /uk/%c0%af HTTP/1.1 | 400",
        "GET /uk/%00 HTTP/1.1 | 400",
        "GET /uk/a%2fb HTTP/1.1 | 400",
        "GET /uk//about HTTP/1.1 | 400",
        "GET /uk/about HTTP/9.9 | 400",
        "GET /uk/ab out HTTP/1.1 | 400",
        "GET  HTTP/1.1 | 400",
        "nonsense | 400"
      })
  void whatTheServerCannotReadGetsThePlainPage(String line, int status) {
    Answer answer =
        RawHttp.only(http.send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"));

    assertThat(answer.status()).isEqualTo(status);
    assertPlain(answer);
  }

  @Test
  void anAddressOrHeadersTooLargeGetThePlainPage() {
    Answer address = http.get("/uk/" + "a".repeat(20_000));
    Answer header = http.get("/uk/about", "X-Large: " + "a".repeat(20_000));

    assertThat(address.status()).isEqualTo(414);
    assertThat(header.status()).isEqualTo(431);
    assertPlain(address);
    assertPlain(header);
  }

  private static void assertPlain(Answer answer) {
    assertThat(answer.header("content-type")).isEqualTo("text/html;charset=utf-8");
    assertThat(answer.body()).contains("lang=\"uk\"", "lang=\"ru\"", "lang=\"en\"");
    new Headers(false)
        .all()
        .forEach(header -> assertThat(answer.header(header.name())).isEqualTo(header.value()));
    assertThat(answer.headers()).doesNotContainKey("server");
  }

  private static void assertCalm(String request, int seed) {
    String raw = http.send(request);
    if (raw.isEmpty()) {
      return;
    }
    Answer answer = RawHttp.only(raw);
    assertThat(answer.status()).as("seed %d: %s", seed, request).isBetween(200, 499);
    assertThat(raw)
        .as("seed %d: %s", seed, request)
        .doesNotContain("\tat ", "Exception", "Jetty", "jetty", "X-Evil: 1", "org.");
    assertThat(answer.header("x-content-type-options"))
        .as("seed %d: %s", seed, request)
        .isEqualTo("nosniff");
  }

  private static String withPath(Random random) {
    String target =
        any(STARTS, random)
            + IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(_ -> any(PIECES, random))
                .collect(Collectors.joining(random.nextBoolean() ? "" : "/"));
    return RawHttp.request(any(METHODS, random), target);
  }

  private static String withHeaders(Random random) {
    List<String> targets =
        List.of(
            "/uk/about", "/uk/search?q=a", "/media/film", "/uk/list/1", "/api/v1/regions", "/x");
    String[] headers =
        IntStream.range(0, 1 + random.nextInt(4))
            .mapToObj(_ -> any(HEADERS, random) + ": " + any(VALUES, random).replace('_', ' '))
            .toArray(String[]::new);
    String request = RawHttp.request(any(METHODS, random), any(targets, random), headers);
    return random.nextInt(4) == 0 ? request + "text=x" : request;
  }

  /// An honest request with some of its bytes changed.
  private static String broken(Random random) {
    StringBuilder request =
        new StringBuilder(RawHttp.request("GET", "/uk/about", "Accept: */*", "Cookie: a=b"));
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      request.setCharAt(random.nextInt(request.length()), (char) random.nextInt(256));
    }
    return request + "\r\n\r\n";
  }

  private static String any(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}

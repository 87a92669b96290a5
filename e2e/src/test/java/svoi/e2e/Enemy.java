package svoi.e2e;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes hostile requests; the same seed makes the same request.
final class Enemy {
  private static final List<String> PIECES =
      words(
          """
          / // /./ /../ .. % %2 %zz %00 %2e%2e %2f %5c %25 %ff %c0%af %e0%80%af %ed%a0%80 %u0041
          \\ ; ;a=b ;jsessionid=1 ? & = # + uk ru en register regions kharkiv profiles search
          media assets exchanges demo api/v1 q= page= -1 99999999999999999999 NaN ' " <script>
          ${jndi:ldap://x} {{7*7}} %0d%0aX-Evil:1 \u0001 \u007f \u00ff \u00c0\u00af [ ] { } | ^ ` ~
          * : @ http:// %D0%A9 %d0 ../../etc/passwd .git/config actuator/env META-INF
          """);

  private static final List<String> VALUES =
      words(
          """
          x -1 0 00 1 2 on true null NaN %00 a%00b %ff %c0%af %ed%a0%80 %F0%9F%92%A3 %zz % ' '' "
          ';-- <script> ${7*7} kharkiv KHARKIV kharkiv%00 ../kharkiv 111 111-1 111' newest name
          waiting NAME 9999999999999999999999 00000000-0000-4000-8000-000000000000
          00000000-0000-4000-8000-00000000000g %D0%A2 %E2%80%AE %EF%BB%BF %0d%0aX-Evil:1 %20 +
          """);

  private static final List<String> PARAMETERS =
      words("q region article video departed sort after before lang page size Q q[] q.x _method");

  private static final List<String> HEADERS =
      words(
          """
          Accept Accept-Language Accept-Encoding Accept-Charset If-None-Match If-Modified-Since
          If-Match If-Range Range Content-Type Content-Length Transfer-Encoding Expect Cookie
          Origin Host X-Forwarded-For X-Forwarded-Host X-Original-URL Upgrade Connection
          X-HTTP-Method-Override Content-Encoding Forwarded Te Referer
          """);

  /// `_` stands for a space.
  private static final List<String> HEADER_VALUES =
      words(
          """
          , ; ;q= * */* text/html;q=2 a/b/c / gzip;q=-1 bytes= bytes=0- bytes=-1 bytes=9-1
          bytes=0-0,2-3,5- bytes=99999999999999999999- lines=1-2 bytes=-0 bytes=0-0,-1,,
          W/ " "" W/"x Thu,_99_Foo_2026 -1 0 1e9 chunked xchunked 100-continue 200-ok a=b;_c
          null localhost:99999 h2c websocket application/json multipart/form-data
          application/x-www-form-urlencoded;charset=x \u00ff\u00fe \u0001 xx-XX-xxxxxxxxxxxx
          en;q=0.0.0 ru,en;q=0.5 close,_x deflate,_gzip br;q=1.0000,gzip
          """);

  private static final List<String> METHODS =
      words("GET GET GET GET GET HEAD POST PUT DELETE OPTIONS TRACE CONNECT PROPFIND get");

  private static final List<String> PAGES =
      words("register search regions/kharkiv regions profiles/x exchanges demo about");

  private final Random random;
  private final String film;

  /// @param film address of a film that exists
  Enemy(long seed, String film) {
    this.random = new Random(seed);
    this.film = film;
  }

  /// One request, ready for the wire.
  String request() {
    return switch (random.nextInt(4)) {
      case 0 -> withPath();
      case 1 -> withParameters();
      case 2 -> withHeaders();
      default -> withBrokenBytes();
    };
  }

  private String withPath() {
    String target =
        any(
                List.of(
                    "/",
                    "/uk/",
                    "/ru/profiles/",
                    "/en/regions/",
                    "/media/",
                    "/api/v1/",
                    "/assets/"))
            + some(PIECES, 7, random.nextBoolean() ? "" : "/");
    return line(any(METHODS), random.nextInt(50) == 0 ? target + "a".repeat(9_000) : target, "");
  }

  private String withParameters() {
    String query =
        IntStream.range(0, 1 + random.nextInt(4))
            .mapToObj(n -> any(PARAMETERS) + (random.nextInt(9) == 0 ? "" : "=" + value()))
            .collect(Collectors.joining(random.nextInt(9) == 0 ? ";" : "&"));
    return line("GET", "/" + any(List.of("uk", "ru", "en")) + "/" + any(PAGES) + "?" + query, "");
  }

  private String withHeaders() {
    String headers =
        IntStream.range(0, 1 + random.nextInt(4))
            .mapToObj(n -> any(HEADERS) + ": " + any(HEADER_VALUES).replace('_', ' ') + "\r\n")
            .collect(Collectors.joining());
    List<String> targets =
        List.of("/uk/register", "/en/", "/ru/search?q=a", film, "/api/v1/regions");
    return line(any(METHODS), any(targets), headers) + (random.nextInt(4) == 0 ? "text=x" : "");
  }

  /// An honest request with some of its bytes changed.
  private String withBrokenBytes() {
    StringBuilder request =
        new StringBuilder(line("GET", "/uk/about", "Accept: */*\r\nCookie: a=b\r\n"));
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      request.setCharAt(random.nextInt(request.length()), (char) random.nextInt(256));
    }
    return request + "\r\n\r\n";
  }

  private String value() {
    return random.nextInt(25) == 0 ? "%D0%96".repeat(400) : some(VALUES, 2, "");
  }

  private String some(List<String> from, int most, String between) {
    return IntStream.range(0, 1 + random.nextInt(most))
        .mapToObj(n -> any(from))
        .collect(Collectors.joining(between));
  }

  private String any(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String line(String method, String target, String headers) {
    return method
        + " "
        + target
        + " HTTP/1.1\r\nHost: localhost\r\n"
        + headers
        + "Connection: close\r\n\r\n";
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}

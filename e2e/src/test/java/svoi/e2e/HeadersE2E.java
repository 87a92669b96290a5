package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import svoi.e2e.Http.Answer;
import svoi.platform.Language;

/// The protections that every answer carries, whatever it is.
class HeadersE2E {
  private static final Pattern ASSET = Pattern.compile("\"(/assets/[0-9a-f]{12}/[^\"]+)\"");

  private final Http http = Program.running().http();

  static Stream<Arguments> answers() {
    Http http = Program.running().http();
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Sample sample : Sample.values()) {
      answers.put(sample.name(), http.get(sample.in(Language.EN)));
    }
    String home = Sample.HOME.in(Language.UK);
    answers.put("from memory", http.get(home));
    answers.put("unchanged", http.get(home, "If-None-Match", http.get(home).header("etag")));
    answers.put("without a language", http.get("/"));
    answers.put("gone", http.get(Program.running().profile(Language.UK, "withdrawn")));
    answers.put("malformed", http.get("/uk/%00"));
    answers.put("unknown sort", http.get("/uk/register?sort=x"));
    answers.put("wrong method", http.send("POST", "/uk/register"));
    answers.put("api", http.get("/api/v1/regions"));
    answers.put("api, absent", http.get("/api/v1/profiles/x"));
    answers.put("robots.txt", http.get("/robots.txt"));
    answers.put("table", http.get("/data/exchanges/totals.csv"));
    answers.put("feed", http.get("/feeds/exchanges.uk.atom"));
    answers.put("sitemap", http.get("/sitemap.xml"));
    for (String file : People.media(Program.running().tour("published"))) {
      answers.put(file.replaceFirst(".*/", "media "), http.get(file));
    }
    for (String asset : assets(http)) {
      answers.put(asset.replaceFirst(".*/", "asset "), http.get(asset));
    }
    return answers.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  private static List<String> assets(Http http) {
    return ASSET.matcher(http.get("/uk/").text()).results().map(found -> found.group(1)).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void everyAnswerIsProtected(String kind, Answer answer) {
    assertThat(answer.header("content-security-policy"))
        .as(kind)
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "http:", "https:", "*");
    assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
    assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("permissions-policy")).contains("camera=()", "geolocation=()");
    assertThat(answer.header("set-cookie")).isEmpty();
    assertThat(answer.header("server")).isEmpty();
    assertThat(answer.header("x-powered-by")).isEmpty();
    assertThat(answer.status()).isLessThan(500);
  }

  @Test
  void pagesTravelCompressedAndStaySmall() {
    Answer home = http.get("/uk/", "Accept-Encoding", "br, gzip");
    Answer profile = http.get(Sample.PROFILE.in(Language.UK), "Accept-Encoding", "br, gzip");
    Answer style = http.get(style(), "Accept-Encoding", "br, gzip");

    assertThat(home.header("content-encoding")).isEqualTo("br");
    assertThat(home.body().length + style.body().length).isLessThan(25 * 1024);
    assertThat(profile.body().length + style.body().length).isLessThan(15 * 1024);
  }

  @Test
  void anUnchangedPageIsNotSentAgain() {
    for (Sample sample : List.of(Sample.HOME, Sample.REGISTER, Sample.PROFILE, Sample.PROSE)) {
      String path = sample.in(Language.RU);
      Answer again = http.get(path, "If-None-Match", http.get(path).header("etag"));
      assertThat(again.status()).as(path).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @Test
  void assetsStayForEver() {
    assertThat(http.get(style()).header("cache-control")).contains("immutable");
  }

  private String style() {
    Matcher matcher =
        Pattern.compile("rel=\"stylesheet\" href=\"([^\"]+)\"").matcher(http.get("/uk/").text());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}

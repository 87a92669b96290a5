package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import svoi.e2e.Wire.Answer;

/// Whatever is sent to the whole program, the answer is clear, calm and never a fault of ours.
class HostileE2E {
  private static final int REQUESTS = 3_000;
  private static final Pattern IN_LANGUAGE = Pattern.compile("^\\S+ /(uk|ru|en)/");
  private static final Pattern PAGE_LANGUAGE = Pattern.compile("<html lang=\"(\\w\\w)\"");

  private final Wire wire = new Wire(Program.running().port());
  private final Http http = Program.running().http();
  private final String plain = http.get("/uk/%00").text();
  private final String film =
      People.media(Program.running().tour("video")).stream()
          .filter(file -> file.endsWith(".mp4"))
          .findFirst()
          .orElseThrow();

  @Test
  void nothingThatIsSentIsAFaultOfOurs() {
    IntStream.range(0, REQUESTS)
        .parallel()
        .forEach(
            seed -> {
              String request = new Enemy(seed, film).request();
              assertCalm(request, wire.send(request), "seed " + seed + ": " + request);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "/uk/register?region=x,400",
    "/ru/register?article=999,400",
    "/en/register?sort=sideways,400",
    "/uk/register?after=x,400",
    "/uk/register?before=%00,400",
    "/uk/register?video=2,400",
    "/uk/search?q=a%00b,400",
    "/uk/search?q=%ff,400",
    "/uk/regions/nowhere,404",
    "/uk/nothing,404",
    "/xx/register,404",
    "/media/x/y,404",
    "/assets/000000000000/nothing.css,404"
  })
  void aWrongAddressHasTheRightStatusInTheReadersLanguage(String path, int status) {
    Http.Answer answer = http.get(path, "Accept-Language", "en");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains("<html lang=\"" + language(path) + "\"");
  }

  @Test
  void aSearchForALongTextIsRefusedAndShowsTheForm() {
    Http.Answer answer = http.get("/en/search?q=" + "a".repeat(3_000));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("name=\"q\"").doesNotContain("a".repeat(101));
  }

  @Test
  void whatIsTypedIsShownAndNeverRun() {
    String typed = "\"><script>alert(1)</script>";
    String text = http.get("/uk/search?q=" + Sample.encoded(typed)).text();

    assertThat(text).doesNotContain("<script>").contains("&lt;script");
  }

  private void assertCalm(String request, Answer answer, String what) {
    assertThat(answer.status()).as(what).isBetween(200, 499);
    if (!answer.head().toLowerCase(Locale.ROOT).contains("content-type: video/")) {
      assertThat(answer.raw())
          .as(what)
          .doesNotContain("at svoi.", "\tat ", "Exception", "etty", "org.spring", "SELECT ");
    }
    assertThat(answer.head().toLowerCase(Locale.ROOT))
        .as(what)
        .contains("x-content-type-options: nosniff")
        .doesNotContain("\nx-evil: 1", "set-cookie");
    boolean isPage = answer.body().contains("<html") && !answer.body().equals(plain);
    Matcher asked = IN_LANGUAGE.matcher(request);
    if (isPage && asked.find()) {
      Matcher given = PAGE_LANGUAGE.matcher(answer.body());
      assertThat(given.find()).as(what).isTrue();
      assertThat(given.group(1)).as(what).isEqualTo(asked.group(1));
    }
  }

  private static String language(String path) {
    return path.matches("/(uk|ru)/.*") ? path.substring(1, 3) : "en";
  }
}

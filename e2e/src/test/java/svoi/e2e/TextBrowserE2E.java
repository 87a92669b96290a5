package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import svoi.platform.Language;

/// What a reader of w3m gets: the essential words, in order.
class TextBrowserE2E {
  private static final People.Person PERSON = People.of(Program.running().tour("video"));

  @Test
  void theProfileSaysTheNameThenTheConsentThenThePlot() {
    assertThat(dump(Sample.PROFILE.in(Language.UK)))
        .containsSubsequence(PERSON.familyUk(), "Згода на обмін", "Суд", "ідео", "Шлях справи");
    assertThat(dump(Sample.PROFILE.in(Language.RU)))
        .containsSubsequence(PERSON.familyRu(), "Согласие на обмен", "Суд", "идео");
    assertThat(dump(Sample.PROFILE.in(Language.EN)))
        .containsSubsequence(PERSON.familyLatin(), "Consent to exchange", "court", "ideo");
  }

  @Test
  void homeBeginsWithTheSearchAndListsTheRegions() {
    for (Language language : Language.values()) {
      assertThat(dump(Sample.HOME.in(language)))
          .containsSubsequence(heading(language), "[", "54", "3");
    }
    assertThat(dump(Sample.HOME.in(Language.UK)))
        .containsSubsequence("Харківська", "Херсонська", "54");
  }

  @Test
  void theRegisterListsNamesWithTheConsentToExchange() {
    String register = dump(Sample.REGISTER.in(Language.UK));

    assertThat(register).contains("Згода на обмін");
    assertThat(register.lines().filter(line -> line.contains("Засуджен")).count())
        .isGreaterThanOrEqualTo(20);
  }

  private static String heading(Language language) {
    return Map.of(Language.UK, "своїх", Language.RU, "своим", Language.EN, "their")
        .getOrDefault(language, "");
  }

  private static String dump(String path) {
    String url = Program.running().base() + path;
    ProcessBuilder w3m =
        new ProcessBuilder(
            List.of("w3m", "-dump", "-cols", "100", "-I", "UTF-8", "-O", "UTF-8", url));
    w3m.environment().put("LANG", "C.UTF-8");
    try {
      Process process = w3m.start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      return text;
    } catch (IOException e) {
      throw new AssertionError("w3m is missing. Run: sh tools/prerequisites test", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}

package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No text of the site calls a person names, or gives a person a price (R19, R21).
class LabelLintTest {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu)(?<!\\p{L})("
              + "зрадни[кцч]\\p{L}*|колаборант\\p{L}*|запродан\\p{L}*|посіпак\\p{L}*|"
              + "обмінн\\p{L}+\\s+фонд\\p{L}*|справжн\\p{L}+\\s+українц\\p{L}*|"
              + "предател\\p{L}*|изменни[кц]\\p{L}*|коллаборант\\p{L}*|пособник\\p{L}*|"
              + "обменн\\p{L}+\\s+фонд\\p{L}*|настоящ\\p{L}+\\s+украин\\p{L}*|"
              + "товар(у|ом|и|ы|а)?|"
              + "traitors?|collaborators?|turncoats?|exchange\\s+funds?|real\\s+ukrainians?"
              + ")(?!\\p{L})");

  @Test
  void noTextHasAnInsultingLabel() {
    List<String> found = new ArrayList<>();
    Map<Path, String> texts =
        Sources.texts(Sources.MESSAGES, Sources.CONTACT, Sources.CONTENT, Sources.TEMPLATES);
    texts.forEach(
        (file, text) -> {
          Matcher label = LABEL.matcher(text);
          while (label.find()) {
            found.add(file + ": " + label.group());
          }
        });

    assertThat(texts).hasSizeGreaterThan(40);
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Зрадник",
        "зрадницею",
        "колаборанти",
        "обмінного фонду",
        "предателей",
        "коллаборантка",
        "обменный фонд",
        "Traitors",
        "a collaborator",
        "the exchange fund",
        "товаром"
      })
  void theLintKnowsTheLabels(String text) {
    assertThat(LABEL.matcher(text).find()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "державна зрада",
        "колабораційна діяльність",
        "коллаборационная деятельность",
        "государственная измена",
        "collaboration activity",
        "товариство",
        "товарищ"
      })
  void namesOfOffencesAreNoLabels(String text) {
    assertThat(LABEL.matcher(text).find()).isFalse();
  }
}

package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import svoi.platform.Language;

/// Words of the anonymous door, and what they belong to.
class ContactMessagesTest {
  private static final Set<String> EFFECTS = Set.of("release", "excludes", "lessens", "none");
  private static final Pattern BLANK = Pattern.compile("\\[[^\\]]+\\]");
  private static final Pattern PROMISE =
      Pattern.compile(
          "(?iu)гаранту|гаранті|гарантир|гарантии|guarantee|ми\\s+обіцяємо|мы\\s+обещаем"
              + "|we\\s+promise|вас\\s+точно|безпека\\s+забезпечена|you\\s+will\\s+be\\s+safe");
  private static final String CHILD = "contact.form.child";

  /// What all forms share and a child is told in other words.
  private static final List<String> SHARED =
      List.of(
          "voluntary",
          "text",
          "careful",
          "not-before.hint",
          "when-not",
          "duress.hint",
          "send.hint");

  private static final String OFFENCES = "/db/migration/reference/V20260802_03__load_offences.sql";

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasTheSameKeys(Language language) {
    for (String bundle : ContactTexts.BUNDLES) {
      assertThat(ContactTexts.messages(bundle, language).keySet())
          .as(language + " " + bundle)
          .isEqualTo(ContactTexts.messages(bundle, Language.UK).keySet())
          .allMatch(key -> key.startsWith("contact."));
    }
    assertThat(ContactTexts.snippets(language).keySet())
        .isEqualTo(ContactTexts.snippets(Language.UK).keySet());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everySentenceIsReadWithTheSameValuesAndAllFormsOfItsLanguage(Language language) {
    Set<String> forms =
        language == Language.EN ? Set.of("one", "other") : Set.of("one", "few", "many", "other");
    Map<String, String> uk = ContactTexts.messages(Language.UK);

    ContactTexts.messages(language)
        .forEach(
            (key, text) -> {
              Sentence sentence = Sentence.parse(text, language);
              String original = uk.getOrDefault(key, "");
              assertThat(text).as(key).isNotBlank().doesNotContain("'");
              assertThat(sentence.arguments())
                  .as(language + " " + key)
                  .isEqualTo(Sentence.parse(original, Language.UK).arguments());
              assertThat(sentence.plurals()).allMatch(branches -> branches.containsAll(forms));
            });
  }

  @Test
  void formsClausesAndLinesHaveTheirWordsAndNoOthers() {
    Set<String> expected = new TreeSet<>(formWords());
    Properties clauses = ContactTexts.data("clauses");
    for (String code : ContactTexts.items(clauses, "order")) {
      List.of("name", "who", "gives", "limits")
          .forEach(part -> expected.add("contact.clause." + code + "." + part));
    }
    for (String code : ContactTexts.items(ContactTexts.data("helplines"), "order")) {
      List.of("name", "text")
          .forEach(part -> expected.add("contact.helpline." + code + "." + part));
    }
    Pattern owned =
        Pattern.compile(
            "contact\\.(form\\.(stop|know|recruited|leave|child)|clause|helpline\\.[^.]+)\\..*");

    Set<String> written = new TreeSet<>(ContactTexts.messages(Language.UK).keySet());
    written.removeIf(key -> !owned.matcher(key).matches());
    written.removeIf(
        key ->
            key.endsWith(".hint")
                && !expected.contains(key)
                && written.contains(key.replace(".hint", "")));

    assertThat(written).isEqualTo(expected);
  }

  @Test
  void everyClauseNamesArticlesOfTheReferenceDataAndItsEvidence() throws IOException {
    String offences = resource(OFFENCES);
    Properties clauses = ContactTexts.data("clauses");

    for (String code : ContactTexts.items(clauses, "order")) {
      String effect = clauses.getProperty(code + ".effect");
      assertThat(effect).as(code).isIn(EFFECTS);
      assertThat(clauses.getProperty(code + ".evidence")).as(code).isIn("S", "R");
      assertThat(clauses.getProperty(code + ".part")).as(code).isIn("S", "R");
      assertThat(clauses.getProperty(code + ".source")).as(code).isNotBlank();
      assertThat(clauses.getProperty(code + ".confirmed")).as(code).isEmpty();
      if (effect.equals("release") || effect.equals("none")) {
        assertThat(ContactTexts.items(clauses, code + ".articles"))
            .allMatch(article -> offences.contains("('" + article + "', DATE"));
      }
    }
  }

  @Test
  void everyLineHasANumberAndItsEvidence() {
    Properties lines = ContactTexts.data("helplines");

    assertThat(ContactTexts.items(lines, "order"))
        .allSatisfy(
            code -> {
              assertThat(lines.getProperty(code + ".number")).isNotBlank();
              assertThat(lines.getProperty(code + ".evidence")).isIn("S", "R");
              assertThat(lines.getProperty(code + ".source")).isNotBlank();
              assertThat(lines.getProperty(code + ".confirmed")).isEmpty();
            });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyAnswerBelongsToAnAudienceAndHasTheSameBlanks(Language language) {
    Map<String, String> uk = ContactTexts.snippets(Language.UK);
    ContactTexts.snippets(language)
        .forEach(
            (key, text) -> {
              if (key.contains(".")) {
                List<String> audiences = new ArrayList<>(ContactTexts.AUDIENCES);
                audiences.add("all");
                assertThat(key.substring(0, key.indexOf('.'))).isIn(audiences);
                assertThat(key).matches("[a-z]+\\.[a-z-]+\\.(name|text)");
                assertThat(BLANK.matcher(text).results().count())
                    .as(language + " " + key)
                    .isEqualTo(BLANK.matcher(uk.getOrDefault(key, "")).results().count());
                assertThat(text).isNotBlank().hasSizeLessThan(500);
              } else {
                assertThat(text).isEqualTo(uk.get(key));
              }
            });
    for (String audience : ContactTexts.AUDIENCES) {
      assertThat(uk).containsKey(audience + ".first.text");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void nothingPromisesReleaseOrSafety(Language language) {
    List<String> texts = new ArrayList<>(ContactTexts.pages(language).values());
    texts.addAll(ContactTexts.messages(language).values());
    texts.addAll(ContactTexts.snippets(language).values());

    assertThat(texts).hasSizeGreaterThan(400).noneMatch(text -> PROMISE.matcher(text).find());
    assertThat(PROMISE.matcher("We promise that you will be released").find()).isTrue();
  }

  /// Keys of every form: its frame, its fields, and the options of its choices.
  private static Set<String> formWords() {
    Set<String> words = new TreeSet<>();
    Properties forms = ContactTexts.data("forms");
    for (String audience : ContactTexts.AUDIENCES) {
      words.addAll(formWords(forms, audience, "contact.form." + audience));
    }
    words.addAll(formWords(forms, "recruited", CHILD));
    SHARED.forEach(key -> words.add(CHILD + "." + key));
    return words;
  }

  private static Set<String> formWords(Properties forms, String audience, String form) {
    Set<String> words = new TreeSet<>();
    words.addAll(List.of(form + ".title", form + ".lead", form + ".text.hint"));
    ContactTexts.items(forms, "urgency").forEach(u -> words.add(form + ".urgency." + u));
    for (String field : ContactTexts.items(forms, audience + ".fields")) {
      words.add(form + "." + field);
      ContactTexts.items(forms, audience + "." + field)
          .forEach(option -> words.add(form + "." + field + "." + option));
    }
    return words;
  }

  private static String resource(String path) throws IOException {
    try (InputStream in = ContactMessagesTest.class.getResourceAsStream(path)) {
      assertThat(in).as(path).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

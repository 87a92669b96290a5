package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import svoi.platform.Language;

class MessagesTest {
  private static final Pattern ASKED = Pattern.compile("\\bt\\s*\\.get\\(\\s*\"([^\"]+)\"");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9.-]*)\"");

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHasTheSameKeysButThatTheDeskSpeaksNoRussian(Language language) {
    Set<String> keys = new TreeSet<>(Messages.in(Language.UK).keys());
    keys.removeIf(key -> language == Language.RU && key.startsWith("desk."));

    assertThat(new TreeSet<>(Messages.in(language).keys())).isEqualTo(keys);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPluralHasAllFormsOfItsLanguage(Language language) {
    Set<String> forms =
        language == Language.EN ? Set.of("one", "other") : Set.of("one", "few", "many", "other");
    Messages messages = Messages.in(language);

    for (String key : messages.keys()) {
      for (Set<String> branches : messages.sentence(key).plurals()) {
        assertThat(branches).as(language + " " + key).containsAll(forms);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPluralIsWholeFrom0To125(Language language) {
    Messages messages = Messages.in(language);
    for (String key : messages.keys()) {
      Sentence sentence = messages.sentence(key);
      if (!sentence.plurals().isEmpty()) {
        for (int n = 0; n <= 125; n++) {
          int number = n;
          Object[] values =
              sentence.arguments().stream().flatMap(name -> Stream.of(name, number)).toArray();
          assertThat(sentence.with(values))
              .as(language + " " + key)
              .isNotBlank()
              .doesNotContain("{", "}", "#");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everySentenceNeedsTheSameValuesOrFewer(Language language) {
    for (String key : Messages.in(Language.RU).keys()) {
      assertThat(Messages.in(Language.RU).sentence(key).arguments())
          .as(key)
          .containsAll(
              language == Language.RU ? Set.of() : Messages.in(language).sentence(key).arguments());
    }
  }

  @Test
  void everyKeyThatPagesAskForExists() {
    Set<String> keys = new TreeSet<>(Messages.in(Language.UK).keys());
    keys.addAll(Messages.ofContact(Language.UK).keys());
    List<String> asked =
        Sources.texts(Sources.TEMPLATES, Sources.JAVA).values().stream()
            .flatMap(text -> ASKED.matcher(text).results())
            .map(found -> found.group(1))
            .toList();

    assertThat(asked).hasSizeGreaterThan(150);
    assertThat(asked)
        .allSatisfy(
            key ->
                assertThat(keys)
                    .anyMatch(
                        known -> key.endsWith(".") ? known.startsWith(key) : known.equals(key)));
  }

  @Test
  void everyKeyIsUsed() {
    Set<String> literals =
        Sources.texts(Sources.TEMPLATES, Sources.JAVA).values().stream()
            .flatMap(text -> LITERAL.matcher(text).results())
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toSet());
    List<String> beginnings =
        LITERAL
            .matcher(String.join(" ", Sources.texts(Sources.JAVA, Sources.TEMPLATES).values()))
            .results()
            .map(found -> found.group(1))
            .filter(text -> text.endsWith("."))
            .distinct()
            .toList();

    assertThat(Messages.in(Language.UK).keys())
        .filteredOn(key -> !literals.contains(key))
        .filteredOn(key -> !literals.contains(key.replaceFirst("^desk\\.(\\w+)\\.done\\.", "$1.")))
        .filteredOn(key -> beginnings.stream().noneMatch(key::startsWith))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatIsGoneHasTheWordsOfWhatNeverWas(Language language) {
    Messages messages = Messages.in(language);

    assertThat(messages.get("problem.410.title")).isEqualTo(messages.get("problem.404.title"));
    assertThat(messages.get("problem.410.text")).isEqualTo(messages.get("problem.404.text"));
  }

  @Test
  void countsAgreeWithTheirNouns() {
    Messages uk = Messages.in(Language.UK);
    Messages ru = Messages.in(Language.RU);

    assertThat(uk.get("site.profile.days", "n", 21)).isEqualTo("21 день");
    assertThat(uk.get("site.profile.days", "n", 112)).isEqualTo("112 днів");
    assertThat(ru.get("site.search.found", "n", 926)).isEqualTo("Найдено 926 профилей");
    assertThat(ru.get("site.search.found", "n", 1_003)).isEqualTo("Найдено 1\u00a0003 профиля");
  }

  @Test
  void aMissingKeyOrValueIsAFaultOfTheProgram() {
    Messages t = Messages.in(Language.UK);

    assertThatThrownBy(() -> t.get("site.no.such")).hasMessageContaining("site.no.such");
    assertThatThrownBy(() -> t.get("site.number")).hasMessageContaining("no value for n");
  }
}

package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import svoi.platform.Language;

/// Pages of advice of the anonymous door: `content/{uk,ru,en}/contact/*.md`.
class ContactPagesTest {
  /// Of the 8 KB that a page may have, what is left beside the frame of the page.
  private static final int BUDGET = 6 * 1024;

  private static final List<String> SHARED =
      List.of("safer", "clauses", "protection", "receipt", "exit", "deletion", "under-18");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{2,4} ");
  private static final Pattern POINT = Pattern.compile("(?m)^(- |\\d\\. )");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
  private static final Pattern NO_PROMISE =
      Pattern.compile("(?iu)ми\\s+не\\s+обіцяємо|мы\\s+не\\s+обещаем|we\\s+do\\s+not\\s+promise");
  private static final Pattern BOLD = Pattern.compile("\\*\\*");
  private static final Pattern ARTICLE = Pattern.compile("(?<![\\d.])\\d{2,3}(?:-\\d)?(?!\\d)");
  private static final Pattern MARK =
      Pattern.compile(
          "ма[єю]\\S*\\s+підтвердити\\s+юрист|долж\\S+\\s+подтвердить\\s+юрист"
              + "|to\\s+be\\s+confirmed\\s+by\\s+a\\s+lawyer");

  @Test
  void everyLanguageHasTheSamePages() {
    Set<String> expected = new TreeSet<>(SHARED);
    expected.addAll(ContactTexts.AUDIENCES);

    for (Language language : Language.values()) {
      assertThat(ContactTexts.pages(language).keySet()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageSaysTheSameInEveryLanguage(Language language) {
    Map<String, String> uk = ContactTexts.pages(Language.UK);
    ContactTexts.pages(language)
        .forEach(
            (name, text) -> {
              String original = uk.getOrDefault(name, "");
              for (Pattern part : List.of(HEADING, POINT, LINK, BOLD, ARTICLE)) {
                assertThat(found(part, body(text)))
                    .as(language + " " + name + " " + part)
                    .isEqualTo(found(part, body(original)));
              }
              assertThat(MARK.matcher(text).results().count())
                  .as(language + " " + name)
                  .isEqualTo(MARK.matcher(original).results().count());
              assertThat(facts(text)).isEqualTo(facts(original));
            });
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void linksLeadToPagesThatExist(Language language) {
    Map<String, String> pages = ContactTexts.pages(language);
    for (String text : pages.values()) {
      for (String link : links(text)) {
        String target = link.substring(link.indexOf(':') + 1);
        switch (link.substring(0, link.indexOf(':'))) {
          case "page" -> assertThat(pages).containsKey(target);
          case "site" -> assertThat(Prose.NAMES).contains(target);
          default -> assertThat(link).isIn("decision:start", "exit:now");
        }
      }
      assertThat(text).doesNotContain("http:", "https:");
    }
  }

  @Test
  void everyAdviceLeadsToSaferWaysAndToErasing() {
    Map<String, String> pages = ContactTexts.pages(Language.UK);

    assertThat(ContactTexts.AUDIENCES)
        .allSatisfy(
            audience ->
                assertThat(links(pages.getOrDefault(audience, "")))
                    .contains("page:safer", "page:deletion"));
    assertThat(links(pages.getOrDefault("stop", ""))).contains("decision:start", "page:clauses");
    assertThat(links(pages.getOrDefault("recruited", ""))).contains("page:under-18");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whereTheLawIsSpokenOfNothingIsPromised(Language language) {
    Map<String, String> pages = ContactTexts.pages(language);

    for (String name : List.of("stop", "recruited", "leave", "protection")) {
      assertThat(pages.getOrDefault(name, "")).as(name).containsPattern(NO_PROMISE);
    }
    assertThat(pages.getOrDefault("stop", "")).contains("111-1, 111-2, 113, 114-2, 436-2");
  }

  @Test
  void whoIsUnder18FindsALineOfChildrenFirstAndIsAskedForNoName() {
    assertThat(front(ContactTexts.pages(Language.UK).getOrDefault("under-18", "")))
        .contains("helplines:\n  - child\n");
    for (String audience : ContactTexts.AUDIENCES) {
      assertThat(ContactTexts.items(ContactTexts.data("forms"), audience + ".fields"))
          .doesNotContain("name", "address", "telephone", "email", "school");
    }
  }

  @Test
  void addressesSayNothingAndLeadToOnePage() {
    List<String> addresses =
        ContactTexts.pages(Language.UK).values().stream()
            .map(text -> field(text, "address"))
            .toList();

    assertThat(addresses).doesNotHaveDuplicates().allMatch(address -> address.matches("a\\d+"));
  }

  @Test
  void everyLineThatAPageNamesIsKnown() {
    List<String> known = ContactTexts.items(ContactTexts.data("helplines"), "order");
    Pattern line = Pattern.compile("(?m)^  - (.+)$");

    for (String text : ContactTexts.pages(Language.UK).values()) {
      String lines = front(text).replaceFirst("(?s)lists:\n(  - .+?\n)+", "");
      assertThat(known).containsAll(line.matcher(lines).results().map(m -> m.group(1)).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageFitsIntoItsBudget(Language language) throws IOException {
    for (Map.Entry<String, String> page : ContactTexts.pages(language).entrySet()) {
      String html = new ProseReader().read(page.getKey(), page.getValue()).html();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
        zip.write(html.getBytes(StandardCharsets.UTF_8));
      }
      assertThat(bytes.size()).as(language + " " + page.getKey()).isLessThan(BUDGET);
    }
  }

  private static String front(String text) {
    return text.substring(0, text.indexOf("\n---\n", 4) + 1);
  }

  private static String body(String text) {
    return text.substring(text.indexOf("\n---\n", 4));
  }

  /// What stands before the text, without what is said in words.
  private static String facts(String text) {
    return front(text).replaceAll("(?m)^(title|description): .*\n", "");
  }

  private static String field(String text, String name) {
    return front(text).replaceAll("(?s).*\n" + name + ": (\\S+)\n.*", "$1");
  }

  private static List<String> found(Pattern part, String text) {
    List<String> found = part.matcher(text).results().map(MatchResult::group).toList();
    return part.equals(LINK) ? links(text) : found;
  }

  private static List<String> links(String text) {
    return LINK.matcher(text).results().map(link -> link.group(1)).toList();
  }
}

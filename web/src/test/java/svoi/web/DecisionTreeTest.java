package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import svoi.platform.Language;

/// The decision aid of those who want to stop.
class DecisionTreeTest {
  private static final int MOST_QUESTIONS = 7;
  private static final Properties DATA = ContactTexts.data("decision");
  private static final DecisionTree TREE = new DecisionTree(DATA);
  private static final Pattern ARROW =
      Pattern.compile("(?m)^ +(d\\d+)\\S*.*? -- (yes|no|unsure) --> ([dz]\\d+)");

  @Test
  void everyQuestionIsReachedAndEveryWayEnds() {
    assertThat(TREE.faults()).isEmpty();
    assertThat(TREE.deepest()).isBetween(2, MOST_QUESTIONS);
    assertThat(TREE.nodes()).hasSizeGreaterThan(15).allMatch(node -> node.matches("[dz]\\d+"));
  }

  @Test
  void everyQuestionAndEveryEndHasItsWordsAndNoOthers() {
    Set<String> expected = new TreeSet<>();
    for (String node : TREE.nodes()) {
      List<String> parts =
          TREE.isEnd(node) ? List.of("title", "may", "not", "next") : List.of("question", "hint");
      parts.forEach(part -> expected.add("contact.decision." + node + "." + part));
    }
    for (Language language : Language.values()) {
      Set<String> written = new TreeSet<>(ContactTexts.messages("decision", language).keySet());
      written.removeIf(key -> !key.matches("contact\\.decision\\.[dz]\\d+\\..*"));
      assertThat(written).as(language.code()).isEqualTo(expected);
    }
  }

  @Test
  void endsNameClausesThatExistAndNeverOneAsBothFittingAndNot() {
    List<String> clauses = ContactTexts.items(ContactTexts.data("clauses"), "order");
    for (String end : TREE.nodes().stream().filter(TREE::isEnd).toList()) {
      List<String> may = ContactTexts.items(DATA, end + ".may");
      List<String> not = ContactTexts.items(DATA, end + ".not");
      assertThat(may).as(end).isNotEmpty().isSubsetOf(clauses).noneMatch(not::contains);
      assertThat(not).as(end).isSubsetOf(clauses);
    }
  }

  @Test
  void whoHasActedIsNeverToldThatTreasonIsForgiven() {
    Properties acted = new Properties();
    acted.putAll(DATA);
    acted.setProperty("start", DATA.getProperty("d4.yes"));

    for (String end : ends(acted)) {
      assertThat(ContactTexts.items(DATA, end + ".may")).as(end).doesNotContain("111-3");
    }
    assertThat(ContactTexts.items(DATA, "z4.may")).contains("111-3");
  }

  @Test
  void theDocumentDrawsThisTree() throws IOException {
    String drawn = Files.readString(Path.of("../docs/advice.md"));
    Set<String> arrows =
        ARROW
            .matcher(drawn)
            .results()
            .map(arrow -> arrow.group(1) + "." + arrow.group(2) + "=" + arrow.group(3))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> expected = new TreeSet<>();
    for (String node : TREE.nodes().stream().filter(node -> !TREE.isEnd(node)).toList()) {
      DecisionTree.ANSWERS.forEach(
          answer ->
              expected.add(node + "." + answer + "=" + DATA.getProperty(node + "." + answer)));
    }

    assertThat(arrows).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "d5.yes, d4, leads back to itself",
    "d5.yes, d99, has no way on for yes",
    "d5.yes, z5, z4 is never reached"
  })
  void aBrokenTreeIsFound(String key, String target, String fault) {
    Properties broken = new Properties();
    broken.putAll(DATA);
    broken.setProperty(key, target);

    assertThat(new DecisionTree(broken).faults()).anyMatch(found -> found.contains(fault));
  }

  /// Ends that are reached from the start of this tree.
  private static List<String> ends(Properties data) {
    List<String> lost =
        new DecisionTree(data)
            .faults().stream().map(fault -> fault.replaceFirst(" .*", "")).toList();
    return TREE.nodes().stream().filter(TREE::isEnd).filter(end -> !lost.contains(end)).toList();
  }
}

package svoi.e2e;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/// What axe finds on a page as it is shown: rules of WCAG 2.2 A and AA, and good practice.
final class Axe {
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

  private static final String CONTRAST = "color-contrast";

  private Axe() {}

  /// Every finding in words.
  static List<String> findings(Page page) {
    return words(on(page).withTags(TAGS));
  }

  /// Every finding but what is hard to read, which takes most of the time and is the same in every
  /// language and at every width.
  static List<String> findingsBesideColours(Page page) {
    return words(on(page).withTags(TAGS).disableRules(List.of(CONTRAST)));
  }

  /// What is hard to read: the only thing that another colour scheme can change.
  static List<String> faint(Page page) {
    return words(on(page).withRules(List.of(CONTRAST)));
  }

  /// Elements that are as they should be are not described, which is most of the work.
  private static AxeBuilder on(Page page) {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).setLegacyMode(true).options(options);
  }

  private static List<String> words(AxeBuilder axe) {
    return axe.analyze().getViolations().stream().map(Axe::words).toList();
  }

  private static String words(Rule rule) {
    return rule.getId()
        + " "
        + rule.getNodes().stream()
            .limit(3)
            .map(CheckedNode::getHtml)
            .collect(Collectors.joining(" | "));
  }
}

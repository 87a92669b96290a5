package svoi.contact;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// The decision aid: questions with three answers, and ends. An answer is a link; nothing is sent.
final class Decisions {
  private static final List<String> ANSWERS = List.of("yes", "no", "unsure");

  private final Properties tree = Resource.data("decision");
  private final Map<String, Integer> steps = new HashMap<>();
  private final Lines lines;

  Decisions(Lines lines) {
    this.lines = lines;
    Deque<String> open = new ArrayDeque<>(List.of(start()));
    steps.put(start(), 1);
    while (!open.isEmpty()) {
      String node = open.remove();
      int next = steps.getOrDefault(node, 1) + 1;
      for (String target : answers(node).values()) {
        if (!isEnd(target) && steps.getOrDefault(target, 0) < next) {
          steps.put(target, next);
          open.add(target);
        }
      }
    }
  }

  String start() {
    return tree.getProperty("start", "");
  }

  /// A question.
  ///
  /// @param step how many questions lead here at most, itself included
  /// @param most of the whole aid
  /// @param answers ids of what follows, by answer
  record Question(String id, int step, int most, Map<String, String> answers) {}

  /// An end: clauses that may fit, and those that do not.
  record End(String id, List<Clause> may, List<Clause> not) {}

  Optional<Question> question(String id) {
    return steps.containsKey(id)
        ? Optional.of(new Question(id, steps.getOrDefault(id, 1), most(), answers(id)))
        : Optional.empty();
  }

  Optional<End> end(String id) {
    return isEnd(id)
        ? Optional.of(
            new End(
                id,
                lines.clauses(Resource.items(tree, id + ".may")),
                lines.clauses(Resource.items(tree, id + ".not"))))
        : Optional.empty();
  }

  private int most() {
    return steps.values().stream().mapToInt(Integer::intValue).max().orElse(1);
  }

  private boolean isEnd(String id) {
    return tree.containsKey(id + ".may");
  }

  private Map<String, String> answers(String id) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String answer : ANSWERS) {
      String target = tree.getProperty(id + "." + answer);
      if (target != null) {
        answers.put(answer, target);
      }
    }
    return answers;
  }
}

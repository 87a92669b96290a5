package svoi.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Walks the decision aid and says what is wrong with it.
final class DecisionTree {
  static final List<String> ANSWERS = List.of("yes", "no", "unsure");

  private final Properties data;
  private final Set<String> seen = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private int deepest;

  DecisionTree(Properties data) {
    this.data = data;
    walk(data.getProperty("start", ""), List.of());
    Set<String> lost = new TreeSet<>(nodes());
    lost.removeAll(seen);
    lost.forEach(node -> faults.add(node + " is never reached"));
  }

  List<String> faults() {
    return faults;
  }

  /// Questions on the longest way to an end.
  int deepest() {
    return deepest;
  }

  /// All questions and ends, reached or not.
  Set<String> nodes() {
    return data.stringPropertyNames().stream()
        .filter(key -> key.contains("."))
        .map(key -> key.substring(0, key.indexOf('.')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean isEnd(String node) {
    return data.containsKey(node + ".may");
  }

  private void walk(String node, List<String> way) {
    if (way.contains(node)) {
      faults.add(node + " leads back to itself");
      return;
    }
    seen.add(node);
    if (isEnd(node)) {
      deepest = Math.max(deepest, way.size());
      ANSWERS.stream()
          .filter(answer -> data.containsKey(node + "." + answer))
          .forEach(answer -> faults.add(node + " is an end and a question"));
      return;
    }
    List<String> further = Stream.concat(way.stream(), Stream.of(node)).toList();
    for (String answer : ANSWERS) {
      String next = data.getProperty(node + "." + answer);
      if (next == null) {
        faults.add(node + " has no way on for " + answer);
      } else {
        walk(next, further);
      }
    }
  }
}

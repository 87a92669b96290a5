package svoi.names.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Looks in one segment for the persons whose names a query's words fit.
final class Seeker {
  private final Segment<?> segment;
  private final Finder finder;
  private final IntPredicate passes;
  private final Ranking ranking;

  /// What the words of this query were found to be.
  private final Map<Asking, Candidates> mine = new HashMap<>();

  private record Asking(Attempt attempt, Role role) {}

  /// @param finder nobody else's while this seeks
  Seeker(Segment<?> segment, Finder finder, IntPredicate passes, int most) {
    this.segment = segment;
    this.finder = finder;
    this.passes = passes;
    this.ranking = new Ranking(most);
  }

  Ranking ranking() {
    return ranking;
  }

  /// Ranks whom the words fit under any plan.
  ///
  /// @param cost what this reading of the query takes off
  void seek(List<Attempt> words, float cost) {
    List<Asked> possible = new ArrayList<>();
    for (Plan plan : Plan.of(words.size())) {
      Asked asked = asked(plan, words, cost);
      if (asked.isPossible()) {
        possible.add(asked);
      }
    }
    possible.sort(Comparator.comparingDouble(asked -> -asked.bound()));
    for (Asked asked : possible) {
      if (ranking.refuses(asked.bound())) {
        return;
      }
      new Fitting(segment, asked, passes, ranking).rank();
    }
  }

  private Asked asked(Plan plan, List<Attempt> words, float cost) {
    Candidates families = found(plan.family(), words, Role.FAMILY);
    if (plan.half() >= 0) {
      families = DoubleName.of(families, found(plan.half(), words, Role.FAMILY));
    }
    return new Asked(
        words.size(),
        plan.family() >= 0,
        plan.given() >= 0,
        plan.patronymic() >= 0,
        families,
        found(plan.given(), words, Role.GIVEN),
        found(plan.patronymic(), words, Role.PATRONYMIC),
        cost + plan.cost());
  }

  private Candidates found(int word, List<Attempt> words, Role role) {
    return word < 0 ? Candidates.NONE : found(words.get(word), role);
  }

  private Candidates found(Attempt attempt, Role role) {
    return mine.computeIfAbsent(new Asking(attempt, role), asking -> find(attempt, role));
  }

  private Candidates find(Attempt attempt, Role role) {
    Candidates known = segment.recent.get(attempt, role);
    if (known != null) {
      return known;
    }
    Candidates found = finder.find(segment.parts(role), attempt.word(), attempt.depth());
    segment.recent.put(attempt, role, found);
    return found;
  }

  /// Whether one of the words is a part of somebody's name as it stands.
  boolean knowsOneOf(List<Attempt> words) {
    return words.stream().anyMatch(this::knows);
  }

  private boolean knows(Attempt word) {
    return Arrays.stream(Role.values()).anyMatch(role -> isWhole(found(word, role)));
  }

  private static boolean isWhole(Candidates candidates) {
    return candidates.size() > 0 && candidates.fit(0) == Fit.WHOLE;
  }
}

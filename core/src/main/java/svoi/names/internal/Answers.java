package svoi.names.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import svoi.names.Answer;
import svoi.names.Hit;
import svoi.names.Reading;

/// Gathers the hits of all segments into one answer.
public final class Answers<K> {
  private final Finder finder;
  private final int limit;
  private final List<Segment<K>> segments = new ArrayList<>();
  private final List<Seeker> seekers = new ArrayList<>();

  /// @param limit of each of the two lists
  public Answers(Finder finder, int limit) {
    this.finder = finder;
    this.limit = limit;
  }

  public void add(Segment<K> segment, IntPredicate passes) {
    if (segment.size() > 0) {
      segments.add(segment);
      seekers.add(new Seeker(segment, finder, passes, 2 * limit));
    }
  }

  List<Seeker> seekers() {
    return seekers;
  }

  public Answer<K> all(Reading reading) {
    List<Hit<K>> hits = hits();
    if (hits.isEmpty()) {
      return Answer.nobody();
    }
    return new Answer<>(
        reading,
        hits.stream().filter(hit -> hit.score() >= Score.CONFIDENT).limit(limit).toList(),
        hits.stream().filter(hit -> hit.score() < Score.CONFIDENT).limit(limit).toList());
  }

  /// The confident ones only.
  public Answer<K> sure(Reading reading) {
    Answer<K> all = all(reading);
    return all.matches().isEmpty()
        ? Answer.nobody()
        : new Answer<>(reading, all.matches(), List.of());
  }

  /// To four places: a float's own digits would say more than is known.
  private static double rounded(float score) {
    return Math.round(score * 10_000) / 10_000.0;
  }

  private List<Hit<K>> hits() {
    List<Hit<K>> hits = new ArrayList<>();
    for (int i = 0; i < seekers.size(); i++) {
      Ranking ranking = seekers.get(i).ranking();
      for (int place = 0; place < ranking.size(); place++) {
        hits.add(
            new Hit<>(segments.get(i).key(ranking.person(place)), rounded(ranking.score(place))));
      }
    }
    hits.sort(Comparator.comparingDouble((Hit<K> hit) -> -hit.score()));
    return hits;
  }
}

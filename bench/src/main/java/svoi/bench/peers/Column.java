package svoi.bench.peers;

import java.io.IOException;
import java.util.List;
import svoi.bench.JudgedQuery;
import svoi.bench.Population;
import svoi.bench.Recall;
import svoi.bench.Timings;

/// What one engine was measured to do.
///
/// @param seconds that building took
record Column(String name, Recall recall, Timings timings, double seconds) {
  /// Rounds before the timed one: the compiler has seen every query then.
  private static final int WARM_UP = 4;

  /// Judges the answers of one build in the rounds that warm up, then times building anew and
  /// asking each query once, so that no cached answer is counted as speed.
  static Column of(Peer peer, Population population, List<JudgedQuery> queries) throws IOException {
    peer.build(population);
    Recall recall = judged(peer, queries);
    for (int round = 1; round < WARM_UP; round++) {
      timed(peer, queries);
    }
    long start = System.nanoTime();
    peer.build(population);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Column(peer.name(), recall, timed(peer, queries), seconds);
  }

  private static Recall judged(Peer peer, List<JudgedQuery> queries) throws IOException {
    Recall recall = new Recall();
    for (JudgedQuery query : queries) {
      List<String> found = peer.find(query.query());
      if (query.isNegative()) {
        recall.addNegative(query, found);
      } else {
        recall.addPositive(query, found);
      }
    }
    return recall;
  }

  private static Timings timed(Peer peer, List<JudgedQuery> queries) throws IOException {
    Timings timings = new Timings(peer.name());
    for (JudgedQuery query : queries) {
      long start = System.nanoTime();
      peer.find(query.query());
      timings.add(System.nanoTime() - start);
    }
    return timings;
  }
}

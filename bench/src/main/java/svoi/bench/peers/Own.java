package svoi.bench.peers;

import java.util.List;
import java.util.stream.Stream;
import svoi.bench.Population;
import svoi.names.Answer;
import svoi.names.Hit;
import svoi.names.NameIndex;

/// The program's own search.
final class Own implements Peer {
  private final boolean sureOnly;
  private NameIndex<String> index = NameIndex.empty();

  /// @param sureOnly whether similar names, which the site shows apart, are left out
  Own(boolean sureOnly) {
    this.sureOnly = sureOnly;
  }

  @Override
  public String name() {
    return sureOnly ? "Svoi, sure" : "Svoi";
  }

  @Override
  public String setup() {
    return sureOnly
        ? "svoi.names, what it is sure of: that alone is shown as an answer"
        : "svoi.names, what it is sure of, then what is similar";
  }

  @Override
  public void build(Population population) {
    index = population.index();
  }

  @Override
  public List<String> find(String query) {
    Answer<String> answer = index.search(query, id -> true, LIMIT);
    Stream<Hit<String>> similar = sureOnly ? Stream.empty() : answer.similar().stream();
    return Stream.concat(answer.matches().stream(), similar).limit(LIMIT).map(Hit::key).toList();
  }
}

package svoi.bench.peers;

import java.io.IOException;
import java.util.List;
import svoi.bench.Population;

/// An engine among those compared; asked by one thread only.
interface Peer {
  /// How many hits are judged.
  int LIMIT = 10;

  /// As the head of a column.
  String name();

  /// How it is set up, with versions.
  String setup();

  /// Takes in the persons, in place of all that it had before; no cache outlives this.
  void build(Population population) throws IOException;

  /// Ids of at most [#LIMIT] persons, best first.
  List<String> find(String query) throws IOException;
}

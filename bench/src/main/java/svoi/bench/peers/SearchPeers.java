package svoi.bench.peers;

import com.ibm.icu.util.VersionInfo;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import svoi.bench.JudgedQuery;
import svoi.bench.Population;
import svoi.bench.PostgresServer;
import svoi.bench.SearchOptions;

/// Compares engines for the search for names; started by `bench/search-peers`.
public final class SearchPeers {
  private SearchPeers() {}

  public static void main(String[] words) throws IOException, SQLException {
    try {
      SearchOptions options = SearchOptions.parse(words);
      if (options.scale() > 0 || options.fuzz() > 0 || options.misses()) {
        throw new IllegalArgumentException("only --persons and --queries are taken");
      }
      compare(Population.read(options.persons()), JudgedQuery.read(options.queries()));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void compare(Population population, List<JudgedQuery> queries)
      throws IOException, SQLException {
    System.out.printf(
        Locale.ROOT,
        "%,d persons, %,d queries, one thread%nLatin letters: ICU4J %s, %s%n%n",
        population.persons().size(),
        queries.size(),
        VersionInfo.ICU_VERSION,
        Words.RULES);
    List<Column> columns = new ArrayList<>();
    try (EmbeddedPostgres server = PostgresServer.start()) {
      List<Peer> peers = new ArrayList<>(Trigrams.both(server));
      peers.addAll(List.of(new Tokens(false), new Tokens(true), new Own(false), new Own(true)));
      for (Peer peer : peers) {
        System.out.println("- " + peer.name() + ": " + peer.setup());
        columns.add(Column.of(peer, population, queries));
      }
    }
    System.out.println();
    new Table(columns).print();
  }
}

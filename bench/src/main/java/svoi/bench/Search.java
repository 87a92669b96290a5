package svoi.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import svoi.names.Answer;
import svoi.names.Hit;
import svoi.names.NameIndex;

/// Measures the search for names on judged queries; started by `bench/search`.
public final class Search {
  private static final int LIMIT = 10;

  /// Rounds before the timed one: the compiler has seen every query then.
  private static final int WARM_UP = 4;

  private final SearchOptions options;
  private final Recall recall = new Recall();
  private final Recall confident = new Recall();

  private Search(SearchOptions options) {
    this.options = options;
  }

  public static void main(String[] words) throws IOException {
    try {
      SearchOptions options = SearchOptions.parse(words);
      if (options.serve() > 0) {
        SearchServer.start(new JudgedNames(options.population().persons()), options.serve());
        return;
      }
      System.exit(new Search(options).run() ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private boolean run() throws IOException {
    Population population = options.population();
    NameIndex<String> index = built(population);
    if (options.fuzz() > 0) {
      return new HostileQueries(index, population).run(options.fuzz());
    }
    List<JudgedQuery> queries = JudgedQuery.read(options.queries());
    queries.forEach(query -> judge(query, index));
    recall.print(options.scale() == 0);
    confident.printAll("CONFIDENT ONLY");
    time(queries, index);
    return true;
  }

  private static NameIndex<String> built(Population population) {
    population.index();
    long before = heap();
    long start = System.nanoTime();
    NameIndex<String> index = population.index();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%,d persons indexed in %.2f s; %.1f bytes a person over the source%n",
        index.size(),
        seconds,
        (double) (heap() - before) / Math.max(index.size(), 1));
    return index;
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void judge(JudgedQuery query, NameIndex<String> index) {
    Answer<String> answer = index.search(query.query(), id -> true, LIMIT);
    List<String> sure = ids(answer.matches());
    if (query.isNegative()) {
      recall.addNegative(query, sure);
      if (options.misses() && !sure.isEmpty()) {
        System.out.println("NEG " + query.category() + " " + query.query() + " " + answer);
      }
      return;
    }
    List<String> all = Stream.concat(sure.stream(), ids(answer.similar()).stream()).toList();
    int rank = recall.addPositive(query, all);
    int sureRank = confident.addPositive(query, sure);
    if (options.misses() && sureRank != 1) {
      String kind = rank == 1 ? "UNSURE " : "MISS ";
      System.out.println(
          kind + query.category() + " " + query.query() + " want " + query.target() + " " + answer);
    }
  }

  private static List<String> ids(List<Hit<String>> hits) {
    List<String> ids = new ArrayList<>();
    hits.forEach(hit -> ids.add(hit.key()));
    return ids;
  }

  private void time(List<JudgedQuery> queries, NameIndex<String> index) {
    Timings timings = new Timings("search, one thread");
    String slowest = "";
    long most = 0;
    for (int round = 0; round <= WARM_UP; round++) {
      for (JudgedQuery query : queries) {
        long start = System.nanoTime();
        index.search(query.query(), id -> true, LIMIT);
        long took = System.nanoTime() - start;
        if (round == WARM_UP) {
          timings.add(took);
          slowest = took > most ? query.query() : slowest;
          most = Math.max(most, took);
        }
      }
    }
    System.out.println(timings.line());
    if (options.misses()) {
      System.out.println("slowest: " + slowest);
    }
  }
}

package svoi.bench.exchange;

import java.util.Locale;
import svoi.bench.ListsDatabase;
import svoi.exchange.needs.AwaitedNames;
import svoi.platform.Role;

/// Measures exchanges at 100,000 awaited and 20,000 offered persons; started by `bench/exchange`.
public final class Exchange {
  private Exchange() {}

  /// @param words number of awaited persons, of offered persons, and of calls of each kind
  public static void main(String[] words) throws Exception {
    int awaited = Integer.parseInt(words[0]);
    int offered = Integer.parseInt(words[1]);
    int calls = Integer.parseInt(words[2]);
    try (ListsDatabase database = ListsDatabase.embedded(true)) {
      long start = System.nanoTime();
      People.fill(database, awaited, offered);
      System.out.printf(
          Locale.ROOT,
          "%,d awaited and %,d offered persons made in %.0f s.%n",
          awaited,
          offered,
          (System.nanoTime() - start) / 1e9);
      if (!measure(Office.on(database.as(Role.DESK)), calls)) {
        System.exit(1);
      }
    }
  }

  private static boolean measure(Office office, int calls) throws Exception {
    Processor processor = new Processor(office.desk().jdbc());
    Goals goals = new Goals(processor);
    AwaitedNames names = new AwaitedNames(office.desk());
    long start = System.nanoTime();
    int known = names.size();
    System.out.printf(
        Locale.ROOT,
        "Names of %,d awaited persons read into memory in %.1f s.%n",
        known,
        (System.nanoTime() - start) / 1e9);
    new Needed(office, names).measure(goals, calls);
    new Offers(office).measure(goals, calls);
    BigRound round = new BigRound(office);
    start = System.nanoTime();
    round.prepare();
    System.out.printf(
        Locale.ROOT,
        "A round of 2,000 slots drafted, sent twice and prepared in %.1f s.%n",
        (System.nanoTime() - start) / 1e9);
    round.measure(goals, Math.max(20, calls / 3));
    new Preview(office, names).measure(goals, processor, 5);
    boolean once = new SameTwice(office).measure(1_000);
    System.out.println(
        goals.missed() == 0 && once ? "Every goal holds." : goals.missed() + " goals missed.");
    return goals.missed() == 0 && once;
  }
}

package svoi.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.bench.Questions.ListQuestion;
import svoi.platform.DatabaseClock;
import svoi.platform.Language;
import svoi.platform.Role;
import svoi.register.ProfileId;
import svoi.register.PublicRegister;
import svoi.search.Filter;
import svoi.search.Listing;
import svoi.search.Match;
import svoi.search.Published;
import svoi.search.Sort;

/// Times the read model and the view behind it, on one thread, without HTTP.
final class InMemory {
  /// Cards on one page of a list.
  private static final int PAGE = 24;

  /// One change is rare and costs more than a list: a few are enough.
  private static final int CHANGES = 20;

  private static final String NAMES =
      """
      SELECT unnest(ARRAY[family_uk || ' ' || given_uk, family_ru || ' ' || given_ru, family_latin || ' ' || given_latin])
      FROM cases.person ORDER BY id LIMIT 3000
      """;

  private final Published published;
  private final PublicRegister register;
  private final JdbcClient administrator;

  InMemory(ListsDatabase database) {
    this.published = new Published(database.as(Role.SITE), new DatabaseClock());
    this.register = new PublicRegister(database.as(Role.SITE).jdbc());
    this.administrator = database.administrator();
  }

  /// Reads everybody through the view.
  ///
  /// @return how many are visible
  int load() {
    long before = heap();
    long start = System.nanoTime();
    published.everythingChanged();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf(
        Locale.ROOT,
        "Loaded %,d profiles through the view in %.1f s; they take %,d MB of heap.%n",
        published.total(),
        took.toMillis() / 1e3,
        (heap() - before) / 1_000_000);
    return published.total();
  }

  /// Prints how long lists, searches and changes take.
  void measure(Questions questions, int calls) {
    ask(questions, Math.min(calls, 500));
    System.out.println("In memory, one thread:");
    ask(questions, calls).forEach(timings -> System.out.println(timings.line()));
    System.out.println(change().line());
  }

  /// What to ask of the profiles that are loaded.
  Questions questions() {
    List<ProfileId> ids =
        administrator
            .sql("SELECT id FROM register.profile ORDER BY id")
            .query((row, n) -> new ProfileId(row.getObject(1, UUID.class)))
            .list();
    List<String> names = administrator.sql(NAMES).query(String.class).list();
    Listing everything =
        published.list(
            Filter.ALL, Sort.NEWEST, Language.UK, Optional.empty(), Optional.empty(), PAGE);
    return new Questions(everything, ids, names);
  }

  private List<Timings> ask(Questions questions, int calls) {
    Timings lists = new Timings("list, index only");
    Timings listsWhole = new Timings("list with its cards from the view");
    Timings searches = new Timings("search, index only");
    Timings searchesWhole = new Timings("search with its cards");
    for (int i = 0; i < calls; i++) {
      time(lists, listsWhole, list(questions.list()));
      String name = questions.name();
      Filter filter = questions.filter();
      time(searches, searchesWhole, () -> search(name, filter));
    }
    return List.of(lists, listsWhole, searches, searchesWhole);
  }

  private interface Asked {
    List<ProfileId> ids();
  }

  private Asked list(ListQuestion asked) {
    return () ->
        published
            .list(
                asked.filter(), asked.sort(), asked.language(), asked.before(), asked.after(), PAGE)
            .ids();
  }

  private List<ProfileId> search(String name, Filter filter) {
    return published.search(name, filter, PAGE).matches().stream().map(Match::id).toList();
  }

  private void time(Timings index, Timings whole, Asked asked) {
    long start = System.nanoTime();
    List<ProfileId> ids = asked.ids();
    long found = System.nanoTime();
    int cards = register.profiles(ids).size();
    long end = System.nanoTime();
    if (cards != ids.size()) {
      throw new IllegalStateException(ids.size() + " found, " + cards + " visible");
    }
    index.add(found - start);
    whole.add(end - start);
  }

  /// What the index does when one person's page has changed.
  private Timings change() {
    Timings changes = new Timings("one person's change applied");
    List<UUID> persons =
        administrator
            .sql("SELECT id FROM cases.person ORDER BY id LIMIT ?")
            .param(CHANGES)
            .query(UUID.class)
            .list();
    for (UUID person : persons) {
      long start = System.nanoTime();
      published.changed(Set.of(person));
      changes.add(System.nanoTime() - start);
    }
    return changes;
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}

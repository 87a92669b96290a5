package svoi.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.names.Fold;
import svoi.platform.Database;
import svoi.platform.Language;
import svoi.platform.PublicationFeed;
import svoi.register.ProfileId;

/// The published profiles in memory: lists with counts, and names. Kept by the publication log,
/// honest about time by itself; what is shown is asked of the views once more.
public final class Published implements PublicationFeed.Listener {
  private static final String CHANGED = Columns.SELECT + " WHERE person_id = ANY (?)";

  /// How many departed rows are remembered as places to go on from: pages stay open for hours.
  private static final int MARKS = 5_000;

  private final Database database;
  private final Clock clock;
  private final Columns columns = new Columns();
  private final Map<ProfileId, Row> marks =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ProfileId, Row> eldest) {
          return size() > MARKS;
        }
      };
  private volatile Orders rows = Orders.EMPTY;
  private volatile boolean ready;

  public Published(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Whether the index was read once.
  public boolean ready() {
    return ready;
  }

  @Override
  public void everythingChanged() {
    List<Row> fresh = read(database.jdbc().sql(Columns.SELECT));
    keepMarks(rows.all());
    rows = Orders.EMPTY.replacing(List.of(), fresh);
    ready = true;
  }

  @Override
  public void changed(Set<UUID> personIds) {
    List<Row> fresh = read(database.jdbc().sql(CHANGED).param(personIds.toArray(UUID[]::new)));
    List<Row> gone = rows.of(personIds);
    keepMarks(gone);
    rows = rows.replacing(gone, fresh);
  }

  private List<Row> read(JdbcClient.StatementSpec sql) {
    try (Stream<Row> found = sql.query(columns::read).stream()) {
      return found.toList();
    }
  }

  private void keepMarks(Collection<Row> gone) {
    synchronized (marks) {
      gone.stream().limit(MARKS).forEach(row -> marks.put(row.id(), row));
    }
  }

  /// How many profiles are visible now.
  public int total() {
    return everybody().matching().size();
  }

  /// Visible profiles by the ISO code of the region; regions with none are absent.
  public Map<String, Integer> byRegion() {
    return everybody().byRegion();
  }

  private Tally everybody() {
    return tally(rows, Filter.ALL, Sort.NEWEST, Language.UK);
  }

  private Tally tally(Orders current, Filter filter, Sort sort, Language language) {
    Tally tally = new Tally(columns, filter, clock.instant());
    for (Row row : current.in(sort, language)) {
      tally.add(row);
    }
    return tally;
  }

  /// The newest profiles whose persons consented to stand on the home page (scope search engines).
  public List<ProfileId> newest(int count) {
    Predicate<Row> shown = new Choice(columns, Filter.ALL).at(clock.instant());
    return Stream.of(rows.in(Sort.NEWEST, Language.UK))
        .filter(row -> row.indexable() && !row.departed() && shown.test(row))
        .limit(count)
        .map(Row::id)
        .toList();
  }

  /// One page of a list.
  ///
  /// @param before show the page that ends before this profile
  /// @param after show the page that begins after this profile; also one that has gone since
  public Listing list(
      Filter filter,
      Sort sort,
      Language language,
      Optional<ProfileId> before,
      Optional<ProfileId> after,
      int size) {
    Orders current = rows;
    Tally tally = tally(current, filter, sort, language);
    List<Row> matching = tally.matching();
    Comparator<Row> order = Orders.order(sort, language);
    int from = 0;
    if (after.isPresent()) {
      from = place(current, after.get(), matching, order, true);
    } else if (before.isPresent()) {
      from = Math.max(0, place(current, before.get(), matching, order, false) - size);
    }
    int to = Math.min(matching.size(), from + size);
    List<ProfileId> ids = matching.subList(from, to).stream().map(Row::id).toList();
    return new Listing(
        ids,
        matching.size(),
        ids.isEmpty() ? 0 : from + 1,
        from > 0 && !ids.isEmpty() ? Optional.of(ids.getFirst()) : Optional.empty(),
        to < matching.size() ? Optional.of(ids.getLast()) : Optional.empty(),
        tally.byRegion(),
        tally.byArticle(),
        tally.withVideo(),
        tally.departed());
  }

  private int place(
      Orders current, ProfileId mark, List<Row> matching, Comparator<Row> order, boolean behind) {
    Row row = current.row(mark);
    if (row == null) {
      row = mark(mark);
    }
    if (row == null) {
      return 0;
    }
    int low = 0;
    int high = matching.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int compared = order.compare(matching.get(middle), row);
      if (compared < 0 || (behind && compared == 0)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private @Nullable Row mark(ProfileId id) {
    synchronized (marks) {
      return marks.get(id);
    }
  }

  /// Searches by name: every word of `query` is a whole word or the beginning of a word of the
  /// name, in Ukrainian, Russian or Latin letters, in any order.
  public Found search(String query, Filter filter, Language language, int limit) {
    List<String> words = Fold.words(query);
    if (words.isEmpty()) {
      return new Found(List.of(), false);
    }
    Orders current = rows;
    Set<Row> matching = matching(current, words);
    Predicate<Row> shown = new Choice(columns, filter).at(clock.instant());
    Set<String> whole = Set.copyOf(words);
    List<ProfileId> best = new ArrayList<>();
    for (int exact = whole.size(); exact >= 0 && best.size() <= limit; exact--) {
      for (Row row : current.in(Sort.NAME, language)) {
        if (matching.contains(row) && exact(row, whole) == exact && shown.test(row)) {
          best.add(row.id());
          if (best.size() > limit) {
            break;
          }
        }
      }
    }
    return new Found(best.stream().limit(limit).toList(), best.size() > limit);
  }

  /// Rows in which every word begins some word of the name.
  private static Set<Row> matching(Orders current, List<String> words) {
    Set<Row> matching = Collections.newSetFromMap(new IdentityHashMap<>());
    matching.addAll(current.withPrefix(words.getFirst()));
    for (String word : words.subList(1, words.size())) {
      Set<Row> having = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Row row : current.withPrefix(word)) {
        if (matching.contains(row)) {
          having.add(row);
        }
      }
      matching = having;
    }
    return matching;
  }

  private static int exact(Row row, Set<String> words) {
    return (int) words.stream().filter(row.words()::contains).count();
  }
}

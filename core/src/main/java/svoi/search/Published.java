package svoi.search;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
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
import svoi.names.Answer;
import svoi.names.Hit;
import svoi.names.NameIndex;
import svoi.names.PersonName;
import svoi.names.Reading;
import svoi.platform.Database;
import svoi.platform.Language;
import svoi.platform.PublicationFeed;
import svoi.register.ProfileId;

/// The published profiles in memory: lists with counts, and names. Kept by the publication log,
/// honest about time by itself; what is shown is asked of the views once more.
public final class Published implements PublicationFeed.Listener, NameSearch<ProfileId> {
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
  private volatile State state = State.EMPTY;
  private volatile boolean ready;

  /// The same people in lists and by name; replaced as one.
  private record State(Orders orders, NameIndex<Row> names) {
    static final State EMPTY = new State(Orders.EMPTY, NameIndex.empty());

    /// Who bears the same name stands in the order of names.
    static State of(Orders orders) {
      Stream<Row> rows = Stream.of(orders.in(Sort.NAME, Language.UK));
      return new State(orders, NameIndex.of(rows.map(row -> Map.entry(row, row.name()))));
    }

    State replacing(List<Row> gone, List<Row> fresh) {
      Map<Row, PersonName> added = new LinkedHashMap<>();
      fresh.forEach(row -> added.put(row, row.name()));
      return new State(
          orders.replacing(gone, fresh), names.replacing(Set.copyOf(gone)::contains, added));
    }
  }

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
    keepMarks(state.orders().all());
    state = State.of(Orders.EMPTY.replacing(List.of(), fresh));
    ready = true;
  }

  @Override
  public void changed(Set<UUID> personIds) {
    List<Row> fresh = read(database.jdbc().sql(CHANGED).param(personIds.toArray(UUID[]::new)));
    List<Row> gone = state.orders().of(personIds);
    keepMarks(gone);
    state = state.replacing(gone, fresh);
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
    return tally(state.orders(), Filter.ALL, Sort.NEWEST, Language.UK);
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
    return Stream.of(state.orders().in(Sort.NEWEST, Language.UK))
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
    Orders current = state.orders();
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

  @Override
  public Found<ProfileId> search(String query, Filter filter, int limit) {
    Predicate<Row> shown = new Choice(columns, filter).at(clock.instant());
    if (!ready) {
      return exactly(query, shown, limit);
    }
    return found(state.names().search(query, shown, limit + 1), limit);
  }

  @Override
  public Found<ProfileId> suggest(String typed, int limit) {
    Predicate<Row> shown = new Choice(columns, Filter.ALL).at(clock.instant());
    return found(state.names().suggest(typed, shown, limit + 1), limit);
  }

  private Found<ProfileId> found(Answer<Row> answer, int limit) {
    return new Found<>(
        answer.reading(),
        answer.matches().stream().limit(limit).map(this::match).toList(),
        answer.similar().stream().limit(limit).map(this::match).toList(),
        answer.matches().size() > limit,
        true);
  }

  private Found<ProfileId> exactly(String query, Predicate<Row> shown, int limit) {
    List<Row> rows = new WholeNames(database.jdbc(), columns).find(query, shown);
    List<Match<ProfileId>> matches =
        rows.stream().limit(limit).map(row -> match(new Hit<>(row, 1))).toList();
    Reading reading = matches.isEmpty() ? Reading.NOTHING : Reading.AS_TYPED;
    return new Found<>(reading, matches, List.of(), rows.size() > limit, false);
  }

  private Match<ProfileId> match(Hit<Row> hit) {
    Row row = hit.key();
    return new Match<>(row.id(), hit.score(), row.names(), columns.regions().word(row.region()));
  }
}

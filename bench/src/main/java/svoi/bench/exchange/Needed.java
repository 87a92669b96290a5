package svoi.bench.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import svoi.exchange.AwaitedState;
import svoi.exchange.Category;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.AwaitedNames;
import svoi.exchange.needs.Health;
import svoi.exchange.needs.NeedCards;
import svoi.exchange.needs.NeedFilter;
import svoi.exchange.needs.Track;
import svoi.names.Answer;

/// Pages of the list of those who are sought, each with its row in the audit log, as the desk reads
/// them.
final class Needed {
  private static final int PAGE = 51;
  private static final int HITS = 20;
  private static final double GOAL = 200;
  private static final String ANY =
      """
      SELECT id, family_uk || ' ' || given_uk FROM exchange.awaited
      WHERE track = 'negotiated' AND state IN ('reported', 'confirmed') ORDER BY md5(id::text) LIMIT 500
      """;

  private final Office office;
  private final NeedCards cards;
  private final AwaitedNames names;
  private final Random random = new Random(3_405L);

  Needed(Office office, AwaitedNames names) {
    this.office = office;
    this.cards = new NeedCards(office.desk());
    this.names = names;
  }

  private record Somebody(UUID id, String name) {}

  void measure(Goals goals, int calls) {
    List<Somebody> any =
        office
            .desk()
            .jdbc()
            .sql(ANY)
            .query((row, n) -> new Somebody(row.getObject(1, UUID.class), row.getString(2)))
            .list();
    NeedFilter all = filter(null, null, null, 0, NeedFilter.Order.CAPTIVITY);
    NeedFilter newest = filter(null, null, null, 0, NeedFilter.Order.ENTRY);
    goals.time("need list, first page", calls, GOAL, i -> page(all, null));
    goals.time("need list, page anywhere", calls, GOAL, i -> page(all, at(any, i).id()));
    goals.time("need list, newest first", calls, GOAL, i -> page(newest, at(any, i).id()));
    goals.time("need list, filtered, first page", calls, GOAL, i -> page(drawn(), null));
    goals.time("need list, filtered, anywhere", calls, GOAL, i -> page(drawn(), at(any, i).id()));
    goals.time("need list, search by name", calls, GOAL, i -> search(at(any, i).name()));
    goals.time(
        "need list, beginning of a name",
        calls,
        GOAL,
        i -> search(at(any, i).name().substring(0, 3)));
  }

  private static Somebody at(List<Somebody> any, int i) {
    return any.get(i % any.size());
  }

  private static NeedFilter filter(
      @Nullable Category category,
      @Nullable Health health,
      @Nullable AwaitedState state,
      int months,
      NeedFilter.Order order) {
    return new NeedFilter(
        Track.NEGOTIATED,
        Optional.ofNullable(category),
        Optional.ofNullable(health),
        Optional.ofNullable(state),
        months,
        order);
  }

  /// Any filter that the page offers.
  private NeedFilter drawn() {
    return filter(
        maybe(Category.values()),
        maybe(Health.values()),
        maybe(AwaitedState.values()),
        NeedFilter.MONTHS.get(random.nextInt(NeedFilter.MONTHS.size())),
        random.nextBoolean() ? NeedFilter.Order.CAPTIVITY : NeedFilter.Order.ENTRY);
  }

  private <T> @Nullable T maybe(T[] values) {
    int drawn = random.nextInt(2 * values.length);
    return drawn < values.length ? values[drawn] : null;
  }

  private void page(NeedFilter filter, @Nullable UUID after) {
    show(cards.page(filter, after, PAGE, office.first()));
  }

  private void search(String query) {
    Answer<AwaitedNames.Known> answer = names.search(query, office.first(), HITS);
    show(cards.of(answer.matches().stream().map(h -> h.key().id()).toList(), office.first()));
    show(cards.of(answer.similar().stream().map(h -> h.key().id()).toList(), office.first()));
  }

  private void show(List<AwaitedFile> files) {
    List<UUID> ids = files.stream().map(file -> file.id().value()).toList();
    office.audit().append(office.first().actor(), "desk.needs", ids, "");
  }
}

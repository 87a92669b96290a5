package svoi.exchange.needs;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.platform.Database;
import svoi.staff.Member;

/// Lists of awaited persons, page by page: no list is ever counted or skipped through.
public final class NeedCards {
  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);
  private static final String HELD_SINCE = "SELECT held_since FROM exchange.awaited WHERE id = ?";
  private static final String ENTERED_AT = "SELECT entered_at FROM exchange.awaited WHERE id = ?";

  private final JdbcClient jdbc;
  private final AwaitedRepository awaited;

  public NeedCards(Database desk) {
    this.jdbc = desk.jdbc();
    this.awaited = new AwaitedRepository(jdbc);
  }

  /// Those of `ids` whom the member may see, in this order.
  public List<AwaitedFile> of(List<UUID> ids, Member by) {
    return awaited.of(ids).stream().filter(file -> file.track().isSeenBy(by)).toList();
  }

  /// One page. Who shows it logs the ids.
  ///
  /// @param after the last person of the page before; null to begin
  public List<AwaitedFile> page(NeedFilter filter, @Nullable UUID after, int limit, Member by) {
    if (!filter.track().isSeenBy(by) || filter.contradictsItself()) {
      return List.of();
    }
    List<@Nullable Object> values = new ArrayList<>();
    String where = where(filter, values);
    values.add(after == null ? null : place(filter.order(), after));
    values.add(after != null ? after : filter.order() == NeedFilter.Order.ENTRY ? LAST : FIRST);
    values.add(limit);
    return jdbc.sql(
            AwaitedRepository.COLUMNS
                + "FROM (SELECT a.id FROM exchange.awaited a WHERE "
                + where
                + " AND "
                + filter.order().after
                + " ORDER BY "
                + filter.order().by
                + " LIMIT ?) page JOIN exchange.awaited a ON a.id = page.id "
                + AwaitedRepository.JOINS
                + " ORDER BY "
                + filter.order().by)
        .params(values)
        .query((row, n) -> AwaitedRepository.file(row))
        .list();
  }

  private @Nullable Object place(NeedFilter.Order order, UUID person) {
    String sql = order == NeedFilter.Order.ENTRY ? ENTERED_AT : HELD_SINCE;
    return jdbc.sql(sql).param(person).query((row, n) -> row.getObject(1)).optional().orElse(null);
  }

  /// Literals where an index is made for them; what day it is, is asked once and not of each row.
  private static String where(NeedFilter filter, List<@Nullable Object> values) {
    StringBuilder where = new StringBuilder();
    if (filter.state().isPresent()) {
      where.append("a.state = ?");
      values.add(filter.state().get().code());
    } else {
      where.append("a.state IN ('reported', 'confirmed')");
    }
    where.append(" AND a.track = '").append(filter.track().code()).append("'");
    filter
        .category()
        .ifPresent(
            category -> {
              where.append(" AND a.category = ?");
              values.add(category.code());
            });
    filter
        .health()
        .ifPresent(
            health -> where.append(" AND a.condition = '").append(health.code()).append("'"));
    if (filter.heldMonths() > 0) {
      where.append(
          " AND a.held_since <= (SELECT (platform.today() - make_interval(months => ?))::date)");
      values.add(filter.heldMonths());
    }
    return where.toString();
  }
}

package svoi.bench.exchange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.exchange.OfferedKind;
import svoi.exchange.offers.Availability;
import svoi.exchange.offers.OfferFilter;
import svoi.exchange.offers.Reason;

/// Who is available on a day: the computation over everybody, and the pages of its list.
final class Offers {
  private static final double GOAL = 200;
  private static final String COMPUTE =
      "SELECT count(*) FILTER (WHERE a.available) FROM exchange.available_on(?) a";
  private static final String ANY =
      "SELECT id FROM exchange.offered WHERE person_id IS NOT NULL ORDER BY md5(id::text) LIMIT 500";
  private static final String REGIONS =
      "SELECT region FROM cases.v_proceeding GROUP BY region ORDER BY count(*) DESC LIMIT 5";

  private static final List<String> REASONS =
      Arrays.stream(Reason.values()).map(Reason::code).toList();

  private final Office office;
  private final JdbcClient jdbc;
  private final Availability availability;
  private final LocalDate today;

  Offers(Office office) {
    this.office = office;
    this.jdbc = office.desk().jdbc();
    this.availability = new Availability(office.desk(), office.audit());
    this.today = jdbc.sql("SELECT platform.today()").query(LocalDate.class).single();
  }

  void measure(Goals goals, int calls) {
    List<UUID> any = jdbc.sql(ANY).query(UUID.class).list();
    List<String> regions = jdbc.sql(REGIONS).query(String.class).list();
    goals.time("availability of a day, computed", calls, GOAL, this::compute);
    goals.time("its list, first page", calls, GOAL, i -> page(on(i)));
    goals.time(
        "its list, page anywhere", calls, GOAL, i -> page(on(i).after(any.get(i % any.size()))));
    goals.time(
        "its list, sorted by name", calls, GOAL, i -> page(on(i).sorted(OfferFilter.Sort.NAME)));
    goals.time("its list, ready", calls, GOAL, i -> page(on(i).showing(OfferFilter.READY)));
    goals.time("its list, of one reason", calls, GOAL, i -> page(on(i).showing(reason(i))));
    goals.time(
        "its list, convicted of one region",
        calls,
        GOAL,
        i -> page(convicted(on(i), regions.get(i % regions.size()))));
  }

  private OfferFilter on(int i) {
    return OfferFilter.on(today.plusDays(i % 21));
  }

  private static String reason(int i) {
    return REASONS.get(i % REASONS.size());
  }

  private static OfferFilter convicted(OfferFilter all, String region) {
    return new OfferFilter(
        all.day(),
        Optional.of(OfferedKind.CONVICTED),
        OfferFilter.AVAILABLE,
        region,
        all.sort(),
        all.after());
  }

  private void compute(int i) {
    jdbc.sql(COMPUTE).param(today.plusDays(i % 21)).query(Long.class).single();
  }

  private void page(OfferFilter filter) {
    availability.on(filter, office.first());
  }
}

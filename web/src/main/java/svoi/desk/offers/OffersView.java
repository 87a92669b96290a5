package svoi.desk.offers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.exchange.offers.OfferFilter;
import svoi.exchange.offers.OfferList;
import svoi.exchange.offers.Reason;
import svoi.reference.Region;

/// Who may be offered on a day.
///
/// @param mayRecord whether this member may record persons as offered
/// @param typed what was asked for, and why somebody could not be recorded
/// @param next address of the following page
public record OffersView(
    Frame frame,
    OfferFilter filter,
    OfferList list,
    LocalDate today,
    List<Region> regions,
    boolean mayRecord,
    Typed typed,
    Optional<String> next)
    implements DeskView {
  public OffersView {
    regions = List.copyOf(regions);
  }

  /// What stands between for one person; of one who is available, what still has to come.
  public static List<Reason> reasons(OfferList.Row row) {
    return row.available()
        ? row.reasons()
        : row.reasons().stream().filter(reason -> !reason.isPending()).toList();
  }

  /// The list narrowed to one kind of standing, all else as it is.
  public String at(String show) {
    return OffersController.address(filter.showing(show));
  }

  /// Days of waiting until today.
  public long days(LocalDate since) {
    return ChronoUnit.DAYS.between(since, today);
  }
}

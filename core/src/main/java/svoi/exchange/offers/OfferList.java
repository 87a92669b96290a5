package svoi.exchange.offers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import svoi.exchange.OfferedKind;

/// One page of those who may be offered on a day, and the counts of the whole day.
///
/// @param everybody who has not crossed, available or not
/// @param reasons how many persons each reason concerns, whatever page and filter
/// @param next the last person of this page, if another follows
public record OfferList(
    List<Row> rows,
    int everybody,
    int available,
    int ready,
    Map<Reason, Integer> reasons,
    Optional<UUID> next) {
  public OfferList {
    rows = List.copyOf(rows);
    reasons = Map.copyOf(reasons);
  }

  /// One person. Whether a profile is public stands nowhere: it must not matter (R17).
  ///
  /// @param id null for one who consents and whom nobody has recorded as offered
  /// @param person of the module `cases`; null for captives
  /// @param bornOn null, as names are, of a file that was merged into another
  /// @param waitingSince null without a consent
  /// @param reasons what stands between, then what still has to come
  public record Row(
      @Nullable UUID id,
      @Nullable UUID person,
      OfferedKind kind,
      String name,
      String latin,
      @Nullable LocalDate bornOn,
      @Nullable LocalDate waitingSince,
      boolean available,
      boolean ready,
      List<Reason> reasons) {
    public Row {
      reasons = List.copyOf(reasons);
    }

    /// By which the list is continued.
    UUID key() {
      UUID own = id != null ? id : person;
      return java.util.Objects.requireNonNull(own);
    }
  }
}

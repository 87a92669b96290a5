package svoi.exchange.offers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import svoi.exchange.OfferedKind;

/// Which part of the list of a day is asked for.
///
/// @param day of a handover
/// @param show `available`, `ready`, a [Reason]'s code, or empty for all who have not crossed
/// @param region of an act by its verdict, in ISO 3166-2; empty for all
/// @param after the last person of the page before
public record OfferFilter(
    LocalDate day,
    Optional<OfferedKind> kind,
    String show,
    String region,
    Sort sort,
    Optional<UUID> after) {
  public static final String AVAILABLE = "available";
  public static final String READY = "ready";

  /// Everybody on that day, the longest waiting first.
  public static OfferFilter on(LocalDate day) {
    return new OfferFilter(day, Optional.empty(), "", "", Sort.WAITING, Optional.empty());
  }

  public OfferFilter showing(String what) {
    return new OfferFilter(day, kind, what, region, sort, after);
  }

  public OfferFilter sorted(Sort by) {
    return new OfferFilter(day, kind, show, region, by, after);
  }

  public OfferFilter after(UUID last) {
    return new OfferFilter(day, kind, show, region, sort, Optional.of(last));
  }

  /// The two orders there are: none of them says what anybody is worth.
  public enum Sort {
    /// Longest waiting first; who gave no consent comes last.
    WAITING,
    /// By the Ukrainian alphabet.
    NAME;

    /// The form in addresses.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}

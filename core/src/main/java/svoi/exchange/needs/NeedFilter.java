package svoi.exchange.needs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import svoi.exchange.AwaitedState;
import svoi.exchange.Category;

/// By what a list of awaited persons is narrowed and sorted.
///
/// @param track one of those that the member may see
/// @param state empty: everybody who is still sought
/// @param heldMonths held at least so many months; 0 for any
public record NeedFilter(
    Track track,
    Optional<Category> category,
    Optional<Health> health,
    Optional<AwaitedState> state,
    int heldMonths,
    Order order) {

  /// Times in captivity that can be asked for, in months.
  public static final List<Integer> MONTHS = List.of(0, 6, 12, 24, 36, 60);

  /// Whether it asks for children or the gravely wounded where they never stand: nobody fits, and
  /// the database would look at everybody to find that out.
  boolean contradictsItself() {
    return track == Track.NEGOTIATED
        && Track.of(category.orElse(Category.POW), health.orElse(Health.ORDINARY)) != track;
  }

  /// How a list is sorted.
  public enum Order {
    /// Longest in captivity first: the order of every list unless asked otherwise.
    CAPTIVITY(
        "(a.held_since, a.id) > (coalesce(?::date, '-infinity'), ?::uuid)", "a.held_since, a.id"),
    /// Entered last first.
    ENTRY(
        "(a.entered_at, a.id) < (coalesce(?::timestamptz, 'infinity'), ?::uuid)",
        "a.entered_at DESC, a.id DESC");

    final String after;
    final String by;

    Order(String after, String by) {
      this.after = after;
      this.by = by;
    }

    /// The form in addresses, for example `captivity`.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Order of(String code) {
      return code.equals(ENTRY.code()) ? ENTRY : CAPTIVITY;
    }
  }
}

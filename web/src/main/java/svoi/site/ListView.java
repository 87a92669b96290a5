package svoi.site;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A list of profiles with what narrows, orders and turns it.
///
/// @param action address that the form is sent to
/// @param shown "shown 1-24 of 96", or that there is nothing
/// @param regions options of the region; empty where the region is that of the page
/// @param sort value of the order to keep when the form is sent; empty for the usual one
/// @param before address of the previous page
/// @param after address of the next page
/// @param everything address of the same list without narrowing; null when nothing narrows it
public record ListView(
    String action,
    String shown,
    List<Option> regions,
    List<Option> articles,
    Option video,
    Option departed,
    String sort,
    List<Order> orders,
    List<CardView> cards,
    Optional<String> before,
    Optional<String> after,
    @Nullable String everything) {
  public ListView {
    regions = List.copyOf(regions);
    articles = List.copyOf(articles);
    orders = List.copyOf(orders);
    cards = List.copyOf(cards);
  }

  /// One value of a filter with how many it would leave.
  public record Option(String value, String text, int count, boolean chosen) {}

  /// One order of the list.
  public record Order(String href, String text, boolean chosen) {}
}

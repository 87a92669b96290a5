package svoi.site;

import java.util.List;
import svoi.web.Layout;

/// What a search by name found.
///
/// @param query as typed, cut where it was too long
/// @param tooLong whether the query was refused for its length
/// @param asked whether there was a query at all
/// @param more whether there are further matches beyond those shown
public record SearchView(
    Layout layout,
    String query,
    boolean tooLong,
    boolean asked,
    List<CardView> cards,
    boolean more) {
  public SearchView {
    cards = List.copyOf(cards);
  }
}

package svoi.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import svoi.web.Layout;

/// What a search by name found.
///
/// @param query as typed, cut where it was too long
/// @param tooLong whether the query was refused for its length
/// @param asked whether something was searched
/// @param reading how the query was understood, when not as it stands
/// @param complete whether the whole index was searched
/// @param cards the people of this name
/// @param beginnings people whose names begin as the query does
/// @param similar people of names that are near it
/// @param more whether there are further ones beyond those shown
public record SearchView(
    Layout layout,
    String query,
    boolean tooLong,
    boolean asked,
    @Nullable String reading,
    boolean complete,
    List<CardView> cards,
    List<CardView> beginnings,
    List<CardView> similar,
    boolean more,
    SearchFilters filters) {
  public SearchView {
    cards = List.copyOf(cards);
    beginnings = List.copyOf(beginnings);
    similar = List.copyOf(similar);
  }
}

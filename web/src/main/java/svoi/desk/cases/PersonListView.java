package svoi.desk.cases;

import java.util.List;
import java.util.Optional;
import svoi.cases.Card;
import svoi.desk.DeskView;
import svoi.desk.Frame;

/// Persons whom a member reaches: found by name, or newest first.
///
/// @param query what was searched for; empty for the list
/// @param similar only near what was searched for
/// @param next address of the following page of the list
public record PersonListView(
    Frame frame,
    String query,
    List<Card> cards,
    List<Card> similar,
    String agency,
    String state,
    boolean everywhere,
    boolean mayEnter,
    Optional<String> next)
    implements DeskView {
  public PersonListView {
    cards = List.copyOf(cards);
    similar = List.copyOf(similar);
  }
}

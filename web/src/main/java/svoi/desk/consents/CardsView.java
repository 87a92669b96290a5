package svoi.desk.consents;

import java.util.List;
import svoi.consent.Cards;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;

/// Finding the card of a person one can name; the clients of counsel.
public record CardsView(Frame frame, List<Cards.Card> clients, boolean counsel, Typed typed)
    implements DeskView {
  public CardsView {
    clients = List.copyOf(clients);
  }
}

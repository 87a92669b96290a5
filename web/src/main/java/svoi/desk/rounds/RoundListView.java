package svoi.desk.rounds;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.Round;
import svoi.exchange.RoundState;

/// Rounds by falling number.
///
/// @param state null: all
/// @param next address of the following page
public record RoundListView(
    Frame frame,
    List<Round> rounds,
    @Nullable RoundState state,
    boolean mayOpen,
    Optional<String> next)
    implements DeskView {
  public RoundListView {
    rounds = List.copyOf(rounds);
  }
}

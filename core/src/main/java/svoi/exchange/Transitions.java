package svoi.exchange;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The one table of state machines, as the triggers of the database read it.
public final class Transitions {
  private static final String ALL =
      """
      SELECT machine, from_state, to_state, guard FROM exchange.transition
      WHERE machine = ? ORDER BY sort
      """;
  private static final String MACHINES =
      "SELECT machine FROM exchange.transition GROUP BY machine ORDER BY machine";

  private final JdbcClient jdbc;

  /// @param jdbc statements under the desk's role
  public Transitions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One allowed move.
  ///
  /// @param from empty: how it begins
  /// @param guard what must hold, in English; empty if nothing else
  public record Move(String from, String to, String guard) {}

  /// Names of all machines, for example `round`.
  public List<String> machines() {
    return jdbc.sql(MACHINES).query(String.class).list();
  }

  /// All moves of one machine, in the order of the drawing.
  public List<Move> of(String machine) {
    return jdbc.sql(ALL)
        .param(machine)
        .query(
            (row, n) ->
                new Move(
                    row.getString("from_state"), row.getString("to_state"), row.getString("guard")))
        .list();
  }

  /// Where one may go from `state`. A rule may still refuse the move.
  public Set<String> next(String machine, String state) {
    return of(machine).stream()
        .filter(move -> move.from().equals(state))
        .map(Move::to)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The machine as a Mermaid state diagram, as docs/exchange.md shows it.
  public String drawing(String machine) {
    Set<String> left = of(machine).stream().map(Move::from).collect(Collectors.toSet());
    String moves = of(machine).stream().map(Transitions::line).collect(Collectors.joining());
    String ends =
        of(machine).stream()
            .map(Move::to)
            .distinct()
            .filter(state -> !left.contains(state))
            .map(state -> "    " + node(state) + " --> [*]\n")
            .collect(Collectors.joining());
    return "stateDiagram-v2\n" + moves + ends;
  }

  private static String line(Move move) {
    String guard =
        move.guard().isEmpty() ? "" : " : " + move.guard().replace(";", ",").replace(":", " ");
    return "    " + node(move.from()) + " --> " + node(move.to()) + guard + "\n";
  }

  /// A hyphen would end a name in a diagram.
  private static String node(String state) {
    return state.isEmpty() ? "[*]" : state.replace('-', '_');
  }
}

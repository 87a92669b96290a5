package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import svoi.platform.Role;

/// The state machines are one table: what is drawn and what the program knows comes from it.
class DrawingsIT extends InventedRounds {
  private static final Path PAGE = Path.of("..", "docs", "exchange.md");

  private Transitions transitions() {
    return new Transitions(database.as(Role.DESK).jdbc());
  }

  private static Set<String> codes(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
        .collect(Collectors.toSet());
  }

  @Test
  void theDocumentationDrawsEveryMachineAsTheDatabaseKeepsIt() throws IOException {
    String page = Files.readString(PAGE);
    List<String> machines = transitions().machines();

    assertThat(machines)
        .contains("round", "slot", "awaited", "list")
        .allSatisfy(
            machine ->
                assertThat(page)
                    .as(machine)
                    .contains("```mermaid\n" + transitions().drawing(machine) + "```"));
  }

  @Test
  void theProgramKnowsEveryStateAndNoOther() {
    Map<String, Set<String>> known =
        Map.of(
            "round", codes(RoundState.values()),
            "slot", codes(SlotState.values()),
            "awaited", codes(AwaitedState.values()),
            "instrument", codes(InstrumentState.values()),
            "return", codes(ReturnState.values()));

    known.forEach(
        (machine, states) ->
            assertThat(
                    transitions().of(machine).stream()
                        .flatMap(move -> Stream.of(move.from(), move.to()))
                        .filter(state -> !state.isEmpty())
                        .collect(Collectors.toSet()))
                .as(machine)
                .isEqualTo(states));
  }

  @Test
  void whereOneMayGoIsInTheTable() {
    assertThat(transitions().next("round", "preparing"))
        .containsExactlyInAnyOrder("counter-proposed", "executing", "aborted");
    assertThat(transitions().next("round", "executed")).isEmpty();
  }
}

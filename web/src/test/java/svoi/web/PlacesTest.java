package svoi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import svoi.web.Limits.Budget;
import svoi.web.Limits.Rate;

class PlacesTest {
  private final Places places = new Limits(Map.of(Budget.MESSAGES, new Rate(1, 1))).places(5, 2);

  @Test
  void oneNetworkTakesNoMoreThanItsPart() {
    List<Places.Place> held = take("203.0.113.5", 2);

    assertThat(places.take("203.0.113.77")).isEmpty();
    assertThat(take("198.51.100.1", 2)).hasSize(2);
    held.getFirst().close();
    assertThat(places.take("203.0.113.77")).isPresent();
  }

  @Test
  void aCircuitOfTorIsANetworkOfItsOwn() {
    take("fc00:dead:beef:4dad::0:1", 2);

    assertThat(places.take("fc00:dead:beef:4dad::0:1")).isEmpty();
    assertThat(places.take("fc00:dead:beef:4dad::0:2")).isPresent();
  }

  @Test
  void allTogetherTakeNoMoreThanThereAreAndARefusalTakesNone() {
    take("203.0.113.5", 2);
    for (int i = 0; i < 100; i++) {
      assertThat(places.take("203.0.113.5")).isEmpty();
    }
    List<Places.Place> shared = take("127.0.0.1", 3);

    assertThat(places.take("198.51.100.1")).isEmpty();
    shared.getLast().close();
    assertThat(places.take("198.51.100.1")).isPresent();
  }

  private List<Places.Place> take(String address, int count) {
    List<Places.Place> held = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      held.add(places.take(address).orElseThrow());
    }
    return held;
  }
}

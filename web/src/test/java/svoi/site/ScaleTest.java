package svoi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  @ParameterizedTest
  @CsvSource({
    "131, 0, 0",
    "131, 1, 1",
    "131, 10, 1",
    "131, 11, 2",
    "131, 31, 3",
    "131, 71, 4",
    "300, 300, 4",
    "301, 71, 1",
    "2500, 701, 4",
    "4000, 701, 1",
    "0, 0, 0"
  })
  void shadesGrowWithTheLargestRegion(int largest, int count, int shade) {
    assertThat(Scale.of(List.of(largest)).step(count)).isEqualTo(shade);
  }
}

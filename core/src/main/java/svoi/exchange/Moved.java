package svoi.exchange;

import java.util.List;

/// What came of an act on a round.
public sealed interface Moved {
  record Done() implements Moved {}

  /// Somebody moved or changed it since it was seen.
  record Stale() implements Moved {}

  /// @param obstacles at least one
  record Refused(List<RoundObstacle> obstacles) implements Moved {
    public Refused {
      obstacles = List.copyOf(obstacles);
    }

    static Refused by(String code, String about) {
      return new Refused(List.of(new RoundObstacle(code, about)));
    }
  }
}

package svoi.desk.rounds;

import java.util.List;
import svoi.exchange.Moved;
import svoi.exchange.RoundObstacle;
import svoi.web.Messages;

/// Refusals in words.
final class Obstacles {
  private static final String RULE = "desk.rule.";

  private Obstacles() {}

  static List<RoundObstacle> of(Moved moved) {
    return switch (moved) {
      case Moved.Done _ -> List.of();
      case Moved.Stale _ -> List.of(new RoundObstacle("round.stale", ""));
      case Moved.Refused refused -> refused.obstacles();
    };
  }

  /// What the browser is told: 412 for what somebody changed meanwhile, 409 for a rule.
  static int status(Moved moved) {
    return moved instanceof Moved.Stale ? 412 : 409;
  }

  /// The key of the sentence for a code; the general one if there is none.
  static String key(String code, Messages t) {
    return t.has(RULE + code) ? RULE + code : "desk.shell.problem.refused.text";
  }
}

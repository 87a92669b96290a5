package svoi.exchange;

/// Why a round can't take a step.
///
/// @param code stable code of the rule
/// @param about number of a block, or codes of slots and persons: never a name; may be empty
public record RoundObstacle(String code, String about) {
  static RoundObstacle of(String code) {
    return new RoundObstacle(code, "");
  }
}

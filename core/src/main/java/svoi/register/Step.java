package svoi.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One step in the history of a profile: what was done, by which role of which agency.
///
/// @param what `handed-in`, `approved`, `sent-back`, `comment`, `held`, `lifted` or `appeared`
/// @param agency empty where nobody acted
/// @param content which content it was about
/// @param text of a comment
/// @param checked what the reviewer ticked
public record Step(
    Instant at,
    String what,
    String agency,
    String role,
    Optional<ContentHash> content,
    Optional<String> text,
    List<String> checked) {
  public Step {
    checked = List.copyOf(checked);
  }
}

package svoi.register;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import svoi.cases.PersonId;
import svoi.platform.Language;
import svoi.staff.Member;

/// Content of a profile as its author hands it in.
///
/// @param texts plot of the case: what the court found, in neutral words (R19), in each language
public record Draft(
    PersonId person,
    UUID proceeding,
    Member author,
    Map<Language, String> texts,
    Optional<UUID> photo,
    Optional<UUID> video) {
  public Draft {
    texts = Map.copyOf(texts);
  }
}

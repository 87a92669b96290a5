package svoi.register;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import svoi.cases.PersonId;
import svoi.platform.Language;

/// What an author works on: the texts of a profile as they are kept now.
///
/// @param id empty while nothing was ever written
/// @param proceeding the one that the profile tells of
/// @param version of what was read; a save that names an older one is refused
/// @param texts plot of the case; a language without a text is absent
/// @param notBefore not public before this moment
public record Manuscript(
    PersonId person,
    Optional<ProfileId> id,
    UUID proceeding,
    int version,
    Map<Language, String> texts,
    Optional<UUID> photo,
    Optional<UUID> video,
    Optional<Instant> notBefore) {
  public Manuscript {
    texts = Map.copyOf(texts);
  }
}

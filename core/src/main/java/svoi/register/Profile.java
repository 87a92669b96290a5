package svoi.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import svoi.platform.Language;

/// A visible profile: all that the public site may know of a person now.
///
/// @param region ISO 3166-2 code of the region of the act, as the verdict records it
/// @param texts plot of the case in each language, paragraphs separated by an empty line
/// @param leftOn day of leaving in an exchange; empty while waiting
/// @param birthYear only under its own consent
/// @param caseNumber only under its own consent and never from a closed session
/// @param visibleUntil first moment at which the page is no longer right without any event; may be
///     [Instant#MAX]
public record Profile(
    ProfileId id,
    UUID personId,
    Sex sex,
    Names names,
    String region,
    List<Charge> charges,
    LocalDate renderedOn,
    LocalDate inForceFrom,
    Sentence sentence,
    Map<Language, String> texts,
    Optional<LocalDate> leftOn,
    ExchangeConsent exchange,
    Optional<PublicAsset> photo,
    Optional<PublicAsset> video,
    Optional<Integer> birthYear,
    Optional<String> caseNumber,
    boolean indexable,
    boolean copies,
    List<CaseEvent> events,
    Instant publishedAt,
    Instant updatedAt,
    Instant visibleUntil) {
  public Profile {
    charges = List.copyOf(charges);
    texts = Map.copyOf(texts);
    events = List.copyOf(events);
  }
}

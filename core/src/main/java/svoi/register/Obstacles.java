package svoi.register;

import java.util.List;
import java.util.Map;

/// The stable codes under which a refusal names what stands between a profile and the public.
final class Obstacles {
  /// Two approvals are what a review is there to give, and a date only waits.
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("r1-not-in-force", "publication.verdict_not_final"),
          Map.entry("r4-minor-at-offence", "person.minor"),
          Map.entry("r4-minor-now", "person.minor"),
          Map.entry("r5-in-absentia", "publication.in_absentia"),
          Map.entry("r5-not-in-custody", "publication.not_in_custody"),
          Map.entry("r6-prisoner-of-war", "publication.prisoner_of_war"),
          Map.entry("r6-serviceman", "publication.prisoner_of_war"),
          Map.entry("r7-not-alive", "publication.not_alive"),
          Map.entry("r8-no-consent-to-publication", "publication.consent_missing"),
          Map.entry("r8-no-consent-to-exchange", "publication.exchange_consent_missing"),
          Map.entry("r30-departed", "publication.departed"),
          Map.entry("r46-held", "publication.held"),
          Map.entry("r51-text-missing", "publication.text_missing"));

  private Obstacles() {}

  /// Codes of all that refuses an approval: it would count for nothing, or not for long.
  static List<String> refusingApproval(List<String> obstacles) {
    return obstacles.stream().filter(CODES::containsKey).map(CODES::get).distinct().toList();
  }

  /// Codes of what refuses handing in. Consents may still be on their way, and so may custody.
  static List<String> refusingHandIn(List<String> obstacles) {
    return obstacles.stream()
        .filter(o -> !o.startsWith("r8-") && !o.equals("r46-held"))
        .filter(CODES::containsKey)
        .map(CODES::get)
        .distinct()
        .toList();
  }
}

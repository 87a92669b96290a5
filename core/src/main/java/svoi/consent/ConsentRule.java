package svoi.consent;

import java.util.Map;
import svoi.platform.Violation;

/// Stable codes of refusals, as the desk shows them and other programs read them.
public final class ConsentRule {
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("r11-act-counsel-present", "consent.counsel_required"),
          Map.entry("r11-session-counsel-present", "consent.counsel_required"),
          Map.entry("counsel-licence-named", "consent.counsel_required"),
          Map.entry("counsel-account-is-of-counsel", "consent.counsel_account"),
          Map.entry("counsel-account-stays", "consent.counsel_account"),
          Map.entry("counsel-account-once", "consent.counsel_account"),
          Map.entry("r11-act-counsel-is-nobody-else", "consent.roles_not_distinct"),
          Map.entry("act-verifier-is-not-interviewer", "consent.roles_not_distinct"),
          Map.entry("r12-act-verified-after-72-hours", "consent.cooling_off"),
          Map.entry("r11-act-verifier-entitled", "consent.verifier_not_entitled"),
          Map.entry("r11-act-verified-by-neither-agency", "consent.verifier_not_entitled"),
          Map.entry("r11-interview-is-complete", "consent.interview_incomplete"),
          Map.entry("r11-act-interview-by-its-verifier", "consent.interview_incomplete"),
          Map.entry("r10-act-all-fourteen-points-read", "consent.points_missing"),
          Map.entry("r10-session-all-fourteen-points-read", "consent.points_missing"),
          Map.entry("r10-session-is-complete", "consent.session_incomplete"),
          Map.entry("r10-act-session-in-order", "consent.session_times"),
          Map.entry("session-is-not-in-the-future", "consent.session_times"),
          Map.entry("act-is-not-in-the-future", "consent.session_times"),
          Map.entry("r13-act-valid-at-most-180-days", "consent.validity"),
          Map.entry("r4-act-given-by-adult", "person.minor"),
          Map.entry("act-text-was-read", "consent.text_unknown"),
          Map.entry("act-is-not-rewritten", "consent.not_rewritten"),
          Map.entry("session-is-not-rewritten", "consent.not_rewritten"),
          Map.entry("waiting-date-kept-by-monitor", "consent.waiting_date_monitor"),
          Map.entry("waiting-date-kept-only-after-a-withdrawal-by-others", "consent.waiting_date"));

  private ConsentRule() {}

  /// The code of the rule that `failure` broke; the rule's own name if it has no other.
  ///
  /// @throws RuntimeException `failure` itself if it was not a broken rule
  public static String code(RuntimeException failure) {
    String rule = Violation.rule(failure).orElseThrow(() -> failure);
    return CODES.getOrDefault(rule, rule);
  }
}

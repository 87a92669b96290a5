package svoi.exchange;

import java.util.Map;
import svoi.platform.Violation;

/// Stable codes of refusals, as the desk shows them and other programs read them.
public final class ExchangeRule {
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("slot-one-live-round-per-person", "slot.person_reserved"),
          Map.entry("slot-never-of-one-who-crossed", "slot.person_crossed"),
          Map.entry("slot-changes-only-while-negotiating", "round.not_negotiating"),
          Map.entry("block-changes-only-while-negotiating", "round.not_negotiating"),
          Map.entry("slot-of-a-confirmed-captive", "slot.captivity_not_confirmed"),
          Map.entry("slot-fits-its-block", "slot.block"),
          Map.entry("slot-of-a-participant", "slot.side"),
          Map.entry("r27-slot-of-one-who-may-be-offered", "slot.not_available"),
          Map.entry("r28-slot-after-the-interview", "slot.fear_not_asked"),
          Map.entry("r50-slot-never-of-the-unconditional-track", "round.child_in_ratio"),
          Map.entry("r50-block-never-of-children", "round.child_in_ratio"),
          Map.entry("r50-list-never-of-the-unconditional-track", "round.child_in_ratio"),
          Map.entry("r50-need-list-never-of-the-unconditional-track", "round.child_in_ratio"),
          Map.entry("r50-ledger-never-of-the-unconditional-track", "round.child_in_ratio"),
          Map.entry("r50-minor-is-on-the-track-of-children", "awaited.minor"),
          Map.entry("r4-offered-was-an-adult-at-the-act", "person.minor"),
          Map.entry("r4-captive-held-as-adult", "person.minor"),
          Map.entry("participant-identified-once", "identity.known_already"),
          Map.entry("participant-of-one-side", "identity.both_sides"),
          Map.entry("round-keeps-its-ratios", "round.ratio"),
          Map.entry("round-asymmetry-has-two-signatures", "round.asymmetry_unsigned"),
          Map.entry("round-splits-no-family", "round.family_split"),
          Map.entry("round-agreed-on-equal-lists", "round.lists_differ"),
          Map.entry("round-proposed-by-a-sent-list", "round.list_not_sent"),
          Map.entry("round-prepared-for-a-day", "round.no_day"),
          Map.entry("round-executed-when-every-slot-is-ready", "round.not_ready"),
          Map.entry("round-aborted-only-if-nobody-crossed", "round.somebody_crossed"),
          Map.entry("round-ends-when-every-slot-is-decided", "round.undecided"),
          Map.entry("round-ends-as-its-outcomes-say", "round.ending"),
          Map.entry("round-ends-with-a-signed-protocol", "round.protocol_missing"),
          Map.entry("round-day-stays-once-executing", "round.day_fixed"),
          Map.entry("list-is-immutable-once-passed", "list.immutable"),
          Map.entry("need-list-is-immutable-once-sent", "list.immutable"),
          Map.entry("list-sent-with-two-signatures", "list.two_signatures"),
          Map.entry("need-list-sent-with-two-signatures", "list.two_signatures"),
          Map.entry("signature-once-per-agency", "signature.same_agency"),
          Map.entry("signature-of-the-present-content", "signature.stale_content"),
          Map.entry("signature-of-what-is-open", "signature.closed"),
          Map.entry("signature-by-a-round-officer", "signature.not_entitled"),
          Map.entry("instrument-fits-the-legal-status", "legal.kind"),
          Map.entry("instrument-granted-is-complete", "legal.incomplete"),
          Map.entry("instrument-one-live-per-person", "legal.one_at_a_time"),
          Map.entry("r14-delivered-after-a-private-word", "outcome.not_reconfirmed"),
          Map.entry("r27-delivered-when-ready", "outcome.not_ready"),
          Map.entry("r29-nobody-crosses-who-said-no", "outcome.person_refused"),
          Map.entry("outcome-delivered-is-complete", "outcome.incomplete"),
          Map.entry("outcome-delivered-with-a-protocol", "outcome.protocol_missing"),
          Map.entry("outcome-delivered-after-the-checks", "outcome.checks_missing"),
          Map.entry("crossing-identity-checked-by-one-at-least", "outcome.identity_unchecked"),
          Map.entry("outcome-is-not-in-the-future", "outcome.future"),
          Map.entry("outcome-while-the-round-executes", "outcome.round_not_executing"),
          Map.entry("outcome-once-per-slot", "outcome.recorded_already"),
          Map.entry("delivery-stands-once-per-person", "outcome.crossed_already"),
          Map.entry("outcome-substituted-has-both-persons", "outcome.substitution"),
          Map.entry("awaited-returned-only-by-an-outcome", "awaited.outcome_missing"),
          Map.entry("awaited-end-needs-evidence", "awaited.evidence_missing"),
          Map.entry("awaited-merge-signed-by-two-members", "merge.same_member"),
          Map.entry("response-no-answer-only-after-the-deadline", "ledger.deadline"),
          Map.entry("response-after-it-was-asked", "ledger.order"),
          Map.entry("announced-after-the-round-ended", "round.not_ended"),
          Map.entry("correction-once", "correction.once"));

  private ExchangeRule() {}

  /// The code of the rule that `failure` broke; the rule's own name if it has no other.
  ///
  /// @throws RuntimeException `failure` itself if it was not a broken rule
  public static String code(RuntimeException failure) {
    String rule = Violation.rule(failure).orElseThrow(() -> failure);
    return CODES.getOrDefault(rule, rule);
  }
}

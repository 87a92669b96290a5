package svoi.exchange.needs;

import java.util.Map;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.cases.Finding;
import svoi.exchange.ExchangeRule;
import svoi.platform.Violation;

/// At which field of a form a rule of the database is broken; the code is [ExchangeRule]'s.
final class NeedRules {
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("r50-minor-is-on-the-track-of-children", "born"),
          Map.entry("awaited-held-is-not-in-the-future", "heldSince"),
          Map.entry("awaited-held-after-birth", "heldSince"),
          Map.entry("awaited-names-are-names", "familyUk"),
          Map.entry("awaited-end-needs-evidence", "evidence"),
          Map.entry("awaited-confirmation-names-its-source", "source"),
          Map.entry("awaited-event-is-not-in-the-future", "on"),
          Map.entry("awaited-moves-as-drawn", "state"),
          Map.entry("return-moves-as-drawn", "state"),
          Map.entry("return-home-needs-evidence", "evidence"),
          Map.entry("return-step-is-not-in-the-future", "on"),
          Map.entry("awaited-merge-ground-given", "ground"),
          Map.entry("awaited-merge-one-open-per-record", "other"),
          Map.entry("awaited-merge-of-two-records", "other"),
          Map.entry("awaited-merge-of-records-that-stand", "other"),
          Map.entry("family-contact-hours-in-order", "hoursTo"),
          Map.entry("family-contact-hours-are-whole", "hoursTo"));

  private NeedRules() {}

  /// The finding for a rule that the database kept.
  ///
  /// @throws DataIntegrityViolationException if it was not a broken rule
  static Finding finding(DataIntegrityViolationException failure) {
    String rule = Violation.rule(failure).orElseThrow(() -> failure);
    return new Finding(ExchangeRule.code(failure), FIELDS.getOrDefault(rule, ""));
  }

  static NeedSaving refused(DataIntegrityViolationException failure) {
    return new NeedSaving.Refused(java.util.List.of(finding(failure)));
  }
}

package svoi.cases;

import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.platform.Violation;

/// What the database's rules are called to an officer.
final class Rules {
  private static final Map<String, Finding> FINDINGS =
      Map.ofEntries(
          Map.entry("r4-charge-committed-by-adult", new Finding("person.minor", "born")),
          Map.entry(
              "charge-treason-by-a-citizen",
              new Finding("charge.treason_needs_citizen", "p0.c0.article")),
          Map.entry(
              "charge-espionage-by-a-foreigner",
              new Finding("charge.espionage_needs_foreigner", "p0.c0.article")),
          Map.entry("r19-charge-names-the-part", new Finding("charge.part_required", "p0.c0.part")),
          Map.entry(
              "r20-charge-article-existed-or-reason",
              new Finding("charge.article_later", "p0.c0.reason")),
          Map.entry(
              "proceeding-case-number-form",
              new Finding("proceeding.case_number_form", "p0.caseNumber")),
          Map.entry(
              "proceeding-once", new Finding("proceeding.case_number_twice", "p0.caseNumber")),
          Map.entry(
              "proceeding-register-id-form",
              new Finding("proceeding.register_id_form", "p0.registerId")),
          Map.entry(
              "proceeding-pretrial-number-form",
              new Finding("proceeding.pretrial_number_form", "p0.pretrialNumber")),
          Map.entry("person-names-are-names", new Finding("name.letters", "familyUk")),
          Map.entry(
              "person-custody-in-order", new Finding("person.custody_in_order", "custodyUntil")),
          Map.entry(
              "verdict-in-force-after-rendered",
              new Finding("verdict.in_force_before_rendered", "p0.inForceFrom")),
          Map.entry(
              "verdict-sentence-is-whole", new Finding("verdict.sentence_is_whole", "p0.years")),
          Map.entry("event-is-not-in-the-future", new Finding("event.in_future", "on")),
          Map.entry("merge-of-two-records", new Finding("merge.same_record", "other")),
          Map.entry("merge-one-open-per-record", new Finding("merge.open_already", "other")),
          Map.entry("merge-ground-given", new Finding("merge.ground_required", "ground")),
          Map.entry("merge-of-records-that-stand", new Finding("merge.merged_already", "other")),
          Map.entry("merge-of-what-was-proposed", new Finding("merge.record_changed", "other")),
          Map.entry("merge-is-decided-once", new Finding("merge.decided_already", "other")),
          Map.entry("merge-signed-by-two-members", new Finding("merge.second_signature", "other")),
          Map.entry(
              "merge-taken-back-by-its-proposer", new Finding("merge.not_proposer", "other")));

  private Rules() {}

  /// The finding for a rule that the database kept.
  ///
  /// @throws DataIntegrityViolationException if it is not a rule that an entry can break
  static Finding finding(DataIntegrityViolationException failure) {
    String rule = Violation.rule(failure).orElse("");
    return Optional.ofNullable(FINDINGS.get(rule)).orElseThrow(() -> failure);
  }
}

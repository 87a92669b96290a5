package svoi.exchange;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditSink;
import svoi.cases.Cases;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.staff.Member;
import svoi.staff.Right;

/// Corrections of outcomes: proposed and signed by one agency, in effect from the signature of
/// another on. What was published before stays readable (scenario 29).
public final class Corrections {
  private static final String ADD =
      """
      INSERT INTO exchange.correction (id, outcome_id, ground, public_uk, public_ru, public_en, proposed_by, agency)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String SIGN =
      """
      INSERT INTO exchange.signature (subject_kind, subject_id, content_hash, member_id, agency)
      VALUES ('correction', ?, coalesce(?, exchange.hash_of('correction', ?)), ?, ?)
      """;

  /// Whose departure no outcome says any more.
  private static final String NOT_DEPARTED =
      """
      SELECT f.person_id FROM exchange.correction c
      JOIN exchange.outcome o ON o.id = c.outcome_id AND o.side = 'offered' AND o.result = 'delivered'
      JOIN exchange.offered f ON f.id = o.participant_id AND f.person_id IS NOT NULL
      WHERE c.id = ? AND c.in_effect_at IS NOT NULL
        AND NOT EXISTS (SELECT FROM exchange.delivery d WHERE d.participant_id = f.id)
      """;

  private final Database database;
  private final JdbcClient jdbc;
  private final AuditSink audit;

  public Corrections(Database database, AuditSink audit) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.audit = audit;
  }

  /// Proposes that an outcome was wrong, with the signature of the member's agency.
  public Moved propose(Member by, UUID outcome, Outcome.Wrong wrong) {
    by.needs(Right.CORRECT_OUTCOMES);
    return Rounds.keepingRules(
        database,
        () -> {
          UUID id = UUID.randomUUID();
          jdbc.sql(ADD)
              .params(
                  id,
                  outcome,
                  wrong.ground(),
                  wrong.publicUk(),
                  wrong.publicRu(),
                  wrong.publicEn(),
                  by.id().value(),
                  by.agency())
              .update();
          addSignature(by, id, null);
          audit.append(by.actor(), "exchange.correction-propose", Set.of(outcome, id), "");
          return new Moved.Done();
        });
  }

  /// The second signature: from now on the outcome does not count.
  ///
  /// @param seen hash of the content that the member saw
  public Moved sign(Member by, UUID correction, byte[] seen) {
    by.needs(Right.CORRECT_OUTCOMES);
    Cases cases = new Cases(database, audit);
    return Rounds.keepingRules(
        database,
        () -> {
          addSignature(by, correction, seen);
          jdbc.sql(NOT_DEPARTED)
              .param(correction)
              .query(UUID.class)
              .list()
              .forEach(person -> cases.notLeft(new PersonId(person), by.actor()));
          audit.append(by.actor(), "exchange.correction-sign", Set.of(correction), "");
          return new Moved.Done();
        });
  }

  /// @param seen null: what stands there now
  private void addSignature(Member by, UUID correction, byte @Nullable [] seen) {
    jdbc.sql(SIGN)
        .param(correction)
        .param(seen)
        .param(correction)
        .param(by.id().value())
        .param(by.agency())
        .update();
  }
}

package svoi.exchange.offers;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.cases.Finding;
import svoi.exchange.ExchangeRule;
import svoi.platform.Database;

/// What came of writing something down.
public sealed interface Noted {
  /// @param id of what was written, or of what it belongs to
  record Done(UUID id) implements Noted {}

  /// Nothing was written; every finding says what would satisfy the rule.
  record Refused(List<Finding> findings) implements Noted {
    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /// Nothing was written: somebody else wrote in the meantime.
  record Stale() implements Noted {}

  static Noted refused(String code, String field) {
    return new Refused(List.of(new Finding(code, field)));
  }

  /// Runs `work` in one transaction; a rule that it breaks becomes a finding.
  ///
  /// @throws DataIntegrityViolationException if something else than a named rule failed
  static Noted keepingRules(Database database, Supplier<Noted> work) {
    try {
      return database.inTransaction(work);
    } catch (DataIntegrityViolationException e) {
      return refused(ExchangeRule.code(e), "");
    }
  }
}

package svoi.exchange.needs;

import java.util.List;
import svoi.cases.Finding;
import svoi.exchange.AwaitedId;

/// What saving something about an awaited person came to.
public sealed interface NeedSaving {
  /// @param track where the person stands now: it may be one that the member doesn't see
  record Saved(AwaitedId id, Track track) implements NeedSaving {}

  /// Nothing was saved; every finding says what would satisfy the rule.
  record Refused(List<Finding> findings) implements NeedSaving {
    public Refused {
      findings = List.copyOf(findings);
    }

    Refused(String code, String field) {
      this(List.of(new Finding(code, field)));
    }
  }

  /// Nothing was saved: somebody else did in the meantime.
  ///
  /// @param current the person as stored now
  record Stale(AwaitedFile current) implements NeedSaving {}
}

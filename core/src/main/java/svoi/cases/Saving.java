package svoi.cases;

import java.util.List;

/// What saving a file came to.
public sealed interface Saving {
  /// @param version of the file as it stands now
  /// @param notes what keeps such a person from being published though the file is right
  record Saved(PersonId person, int version, List<Finding> notes) implements Saving {
    public Saved {
      notes = List.copyOf(notes);
    }
  }

  /// Nothing was saved; every finding says what would satisfy the rule.
  record Refused(List<Finding> findings) implements Saving {
    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /// Nothing was saved: somebody else did in the meantime.
  ///
  /// @param current the file as it stands now
  record Stale(StoredFile current) implements Saving {}
}

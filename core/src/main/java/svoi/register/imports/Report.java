package svoi.register.imports;

import java.util.List;

/// What an import did, or in a dry run would do.
///
/// @param written whether it was committed
public record Report(List<Verdict> verdicts, boolean written) {
  public Report {
    verdicts = List.copyOf(verdicts);
  }

  /// The outcome of one row.
  public enum Outcome {
    NEW,
    CHANGED,
    UNCHANGED,
    REFUSED
  }

  /// @param line line in the file
  /// @param findings reasons of a refusal; otherwise what still stands between a draft and the
  /// public @param visible whether the profile is public after this
  public record Verdict(int line, Outcome outcome, List<Finding> findings, boolean visible) {
    public Verdict {
      findings = List.copyOf(findings);
    }
  }

  public long count(Outcome outcome) {
    return verdicts.stream().filter(v -> v.outcome() == outcome).count();
  }
}

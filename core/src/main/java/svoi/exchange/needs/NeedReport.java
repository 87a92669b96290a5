package svoi.exchange.needs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.platform.Sha256;
import svoi.register.imports.Finding;

/// What an import would do, row by row.
public record NeedReport(List<Verdict> verdicts) {
  public NeedReport {
    verdicts = List.copyOf(verdicts);
  }

  /// The outcome of one row.
  public enum Outcome {
    NEW,
    CHANGED,
    UNCHANGED,
    /// Somebody like this is there already: entered only if an officer says it is another.
    POSSIBLE,
    REFUSED;

    /// The form in addresses and messages, for example `possible`.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// @param line line in the file, the header being 1
  /// @param name as written in the file
  /// @param findings why it is refused, with the cell
  /// @param changed columns whose value would become another one
  /// @param like the record that a possible duplicate is like, or that is changed
  public record Verdict(
      int line,
      String name,
      Outcome outcome,
      List<Finding> findings,
      List<String> changed,
      Optional<UUID> like) {
    public Verdict {
      findings = List.copyOf(findings);
      changed = List.copyOf(changed);
    }
  }

  public int count(Outcome outcome) {
    return Math.toIntExact(verdicts.stream().filter(v -> v.outcome() == outcome).count());
  }

  /// Rows of one outcome, in the order of the file.
  public List<Verdict> of(Outcome outcome) {
    return verdicts.stream().filter(v -> v.outcome() == outcome).toList();
  }

  /// Stands for every row's outcome: what was looked at is what is written.
  public String digest() {
    StringBuilder all = new StringBuilder();
    verdicts.forEach(v -> all.append(v.line()).append(v.outcome()).append(v.like().orElse(null)));
    return Sha256.hex(Sha256.of(all.toString()));
  }
}

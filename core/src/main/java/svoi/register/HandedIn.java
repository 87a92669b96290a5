package svoi.register;

import java.util.List;

/// What became of handing a profile in for review.
public sealed interface HandedIn {
  /// Reviewers of both agencies have it now.
  record Accepted(ContentHash content) implements HandedIn {}

  /// The texts have marks without a reason (R18, R19).
  record Marked(List<PlotMark> open) implements HandedIn {
    public Marked {
      open = List.copyOf(open);
    }
  }

  /// Conditions that no review can replace.
  ///
  /// @param codes stable codes, for example `publication.verdict_not_final`
  record Refused(List<String> codes) implements HandedIn {
    public Refused {
      codes = List.copyOf(codes);
    }
  }
}

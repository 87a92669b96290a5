package svoi.register;

import java.util.List;

/// What became of an approval or of sending back.
public sealed interface Reviewed {
  /// Noted.
  ///
  /// @param agencies whose approvals of this content count now
  /// @param visible whether nothing stands between the profile and the public any more
  record Noted(List<String> agencies, boolean visible) implements Reviewed {
    public Noted {
      agencies = List.copyOf(agencies);
    }
  }

  /// Nothing was noted.
  ///
  /// @param codes stable codes, for example `approval.stale_content`
  record Refused(List<String> codes) implements Reviewed {
    public Refused {
      codes = List.copyOf(codes);
    }

    static Refused of(String code) {
      return new Refused(List.of(code));
    }
  }
}

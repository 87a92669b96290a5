package svoi.desk.intake;

import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.intake.Said;

/// A file of a case.
public record FileView(Frame frame, UUID caseId, Said.SentFile file, Result result)
    implements DeskView {
  /// What there is to see.
  ///
  /// @param pages how many; 0 if it was refused
  /// @param more whether there are more than are shown
  /// @param refused why nothing is shown: `large`, `kind`, `failed`; else empty
  public record Result(int pages, boolean more, String refused) {
    static Result refused(String why) {
      return new Result(0, false, why);
    }
  }

  public String path() {
    return "/desk/intake/cases/" + caseId;
  }
}

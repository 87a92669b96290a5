package svoi.intake;

import java.util.UUID;

/// Tells tests outside of this module which case a source has opened.
public final class OpenedCase {
  private OpenedCase() {}

  public static UUID idOf(Visit visit) {
    return visit.caseId();
  }
}

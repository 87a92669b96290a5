package svoi.desk.intake;

import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.intake.Referral;

/// Words that leave, to be printed.
///
/// @param id of the case
public record ReferralView(Frame frame, UUID id, Referral referral) implements DeskView {
  public String path() {
    return "/desk/intake/cases/" + id;
  }
}

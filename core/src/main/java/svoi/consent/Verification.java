package svoi.consent;

import java.time.Instant;
import svoi.staff.StaffId;

/// Someone of neither publishing agency checked the consent in private, not before 72 h.
public record Verification(StaffId verifier, String agency, Instant at, Interview interview) {
  /// A verification that rests on a whole interview.
  public Verification(StaffId verifier, String agency, Instant at) {
    this(verifier, agency, at, Interview.WHOLE);
  }
}

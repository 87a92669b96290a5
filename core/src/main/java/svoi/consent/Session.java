package svoi.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import svoi.staff.StaffId;

/// The meeting at which consents were signed; one signature sheet per scope (R10, R11).
///
/// @param counselLicence the advocate's licence; counsel is always present, there is no waiver
/// @param interviewer who held the talk
/// @param present roles of all present; must contain `counsel`
/// @param language in which everything was read aloud, `uk`, `ru` or another
/// @param textVersion which words were read
/// @param evidence SHA-256 of the signed sheet, 32 bytes
public record Session(
    Instant start,
    Instant end,
    Instant signedAt,
    LocalDate validUntil,
    String placeKind,
    String counselLicence,
    StaffId interviewer,
    Set<String> present,
    String language,
    boolean readAloud,
    String textVersion,
    byte[] evidence) {
  public Session {
    present = Set.copyOf(present);
    evidence = evidence.clone();
  }
}

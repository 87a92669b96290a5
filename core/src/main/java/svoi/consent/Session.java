package svoi.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import svoi.staff.StaffId;

/// The meeting at which consents were signed; one signature sheet per scope (R10, R11).
///
/// @param counselLicence the advocate's licence; counsel is always present, there is no waiver
/// @param interviewer who held the talk
/// @param present roles of all present; must contain `counsel`
/// @param language in which everything was read aloud, `uk`, `ru` or another
/// @param textVersion which words were read
/// @param evidence SHA-256 of the signed sheet, 32 bytes
/// @param points which of the fourteen points were read; all of them, or the act is refused
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
    byte[] evidence,
    Set<Integer> points) {
  /// The fourteen points that are told before any signature.
  public static final Set<Integer> ALL_POINTS =
      IntStream.rangeClosed(1, 14).boxed().collect(Collectors.toUnmodifiableSet());

  public Session {
    present = Set.copyOf(present);
    evidence = evidence.clone();
    points = Set.copyOf(points);
  }

  /// A sheet signed on the form of its text version, which holds all the fourteen points.
  public Session(
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
    this(
        start,
        end,
        signedAt,
        validUntil,
        placeKind,
        counselLicence,
        interviewer,
        present,
        language,
        readAloud,
        textVersion,
        evidence,
        ALL_POINTS);
  }
}

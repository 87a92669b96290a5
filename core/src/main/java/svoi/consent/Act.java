package svoi.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One act of consent as the desk shows it.
///
/// @param state what it is worth now
/// @param counselLicence of the advocate who was present
/// @param waitingFrom day from which the waiting counts; null until verified
/// @param dateKept whether the monitor kept the date from before a withdrawal
/// @param mayKeepDate whether the monitor may decide so
/// @param onFile whether the signed sheet was handed in here; of an imported act only the hash is
/// @param saidBy who took it back; null if nobody did
/// @param statement record of the withdrawal; null if there is none
public record Act(
    UUID id,
    Scope scope,
    State state,
    Instant givenAt,
    LocalDate validUntil,
    String language,
    String textVersion,
    String placeKind,
    Set<String> present,
    String counselLicence,
    UUID interviewer,
    @Nullable Instant verifiedAt,
    @Nullable String verifierAgency,
    @Nullable LocalDate confirmedOn,
    @Nullable LocalDate waitingFrom,
    boolean dateKept,
    boolean mayKeepDate,
    boolean onFile,
    @Nullable Instant endedAt,
    @Nullable String saidBy,
    @Nullable UUID statement) {
  /// What an act is worth on a given day; computed, never stored.
  public enum State {
    /// Signed, and 72 h have not passed.
    COOLING,
    /// Signed 72 h ago or more, and not verified.
    TO_VERIFY,
    IN_FORCE,
    EXPIRED,
    WITHDRAWN,
    /// A newer act took its place, or it was annulled.
    REPLACED;

    /// The form in messages, for example `to-verify`.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// How long nobody may verify an act (R12).
  public static final Duration COOLING_OFF = Duration.ofDays(3);

  /// The first moment at which it may be verified.
  public Instant verifiableFrom() {
    return givenAt.plus(COOLING_OFF);
  }

  /// Whether a withdrawal would end it.
  public boolean isLive() {
    return endedAt == null;
  }
}

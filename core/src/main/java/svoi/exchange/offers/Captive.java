package svoi.exchange.offers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import svoi.exchange.OfferedKind;
import svoi.names.PersonName;

/// A Russian prisoner of war or an undercover officer: no file in `cases`, no profile, ever (R6).
///
/// @param legalStatus `prisoner-of-war`, `accused` or `convicted`: it tells which act they need
/// @param sex `f` or `m`
/// @param service rank, unit and place, sealed under the person's key; empty for nothing
public record Captive(
    OfferedKind kind,
    String legalStatus,
    String sex,
    PersonName name,
    String familyLatin,
    String givenLatin,
    LocalDate bornOn,
    LocalDate heldSince,
    @Nullable LocalDate heldUntil,
    @Nullable LocalDate diedOn,
    String service) {
  /// Longest text of [#service].
  public static final int SERVICE_LENGTH = 500;
}

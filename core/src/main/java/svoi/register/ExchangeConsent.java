package svoi.register;

import java.time.LocalDate;
import java.util.List;

/// The consent to exchange as the profile shows it: dates, and roles (never names) of who was
/// present.
///
/// @param givenOn day of the act that counts now
/// @param confirmedOn day on which it was last verified or reconfirmed
/// @param since day of the first consent of the unbroken chain: waiting days count from it
/// @param present roles: `counsel`, `interviewer`, `ombudsman`, `monitor`, `interpreter`, `doctor`
public record ExchangeConsent(
    LocalDate givenOn, LocalDate confirmedOn, LocalDate since, List<String> present) {
  public ExchangeConsent {
    present = List.copyOf(present);
  }
}

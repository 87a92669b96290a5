package svoi.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a member of staff is there for. Which role fits which agency is kept by the database.
public enum StaffRole {
  AUTHOR,
  REVIEWER,
  INTERVIEWER,
  VERIFIER,
  PRISON_LIAISON,
  COUNSEL,
  ROUND_OFFICER,
  /// Works for the return of children and the gravely wounded, for whom nothing is given (R50).
  RETURN_OFFICER,
  INTAKE_OFFICER,
  DEPARTURES_OFFICER,
  /// The Ombudsman's officer: sees all, can hold, changes nothing else.
  MONITOR,
  /// Runs the installation and reads no content.
  ADMINISTRATOR;

  /// The form in columns and messages, for example `prison-liaison`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<StaffRole> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}

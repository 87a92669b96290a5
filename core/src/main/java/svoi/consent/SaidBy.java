package svoi.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import svoi.staff.Member;
import svoi.staff.StaffRole;

/// Who takes a consent back (R15). Only a word of the person's own costs the waiting date for good.
public enum SaidBy {
  PERSON,
  COUNSEL,
  OMBUDSMAN,
  MONITOR,
  PRISON_LIAISON,
  OFFICER,
  ATTORNEY;

  /// The form in columns, for example `prison-liaison`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<SaidBy> of(String code) {
    return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
  }

  /// What a member is when they speak for themselves and not for the person.
  public static SaidBy of(Member member) {
    if (member.is(StaffRole.COUNSEL)) {
      return COUNSEL;
    }
    if (member.is(StaffRole.PRISON_LIAISON)) {
      return PRISON_LIAISON;
    }
    if (member.is(StaffRole.MONITOR)) {
      return MONITOR;
    }
    return member.is(StaffRole.VERIFIER) ? OMBUDSMAN : OFFICER;
  }
}

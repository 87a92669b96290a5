package svoi.staff;

import java.util.Set;

/// One person of one agency.
///
/// @param agency code of the agency, for example `hur`
/// @param roles what this member is there for; [Right] says what each may do
public record Member(StaffId id, String agency, Set<StaffRole> roles) {
  public Member {
    roles = Set.copyOf(roles);
  }

  public boolean may(Right right) {
    return roles.stream().anyMatch(right.roles()::contains);
  }

  /// @throws Forbidden if none of the roles has this right; its code is `right.…`
  public void needs(Right right) {
    if (!may(right)) {
      throw new Forbidden("right." + right.code());
    }
  }

  public boolean is(StaffRole role) {
    return roles.contains(role);
  }

  /// How the audit log names this member.
  public String actor() {
    return id.toString();
  }
}

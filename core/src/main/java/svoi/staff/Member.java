package svoi.staff;

import java.util.Set;

/// One person of one agency.
///
/// @param agency code of the agency, for example `hur`
/// @param roles what this member may do, for example `author` and `reviewer`
public record Member(StaffId id, String agency, Set<String> roles) {
  public Member {
    roles = Set.copyOf(roles);
  }
}

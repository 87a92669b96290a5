package svoi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import svoi.staff.StaffId;

/// Asks a signed-in member to use a passkey, for something else than signing in or confirming. The
/// challenge waits in the session and is good for one try.
public interface PasskeyCheck {
  /// What the browser needs to use one of the member's passkeys, as JSON.
  ///
  /// @param credentials ids of those that may be used; empty for all of the member's
  String offer(HttpServletRequest request, StaffId member, List<byte[]> credentials);

  /// Which passkey was used; empty if it is not the answer to the last offer, not sound, or not one
  /// that was offered.
  ///
  /// @param credential JSON of the browser
  Optional<Used> used(HttpServletRequest request, String credential);

  /// A passkey whose use was verified.
  record Used(StaffId member, byte[] credential) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Used used
          && member.equals(used.member)
          && java.util.Arrays.equals(credential, used.credential);
    }

    @Override
    public int hashCode() {
      return java.util.Arrays.hashCode(credential);
    }

    @Override
    public String toString() {
      return "passkey of " + member;
    }
  }
}

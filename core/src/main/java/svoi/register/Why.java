package svoi.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Why a profile is, or is not, public at this moment.
///
/// @param id empty while nothing was written
/// @param obstacles codes such as `r1-not-in-force`; `no-profile` while nothing was written
/// @param once whether it was ever public
/// @param approvedBy agencies whose approvals of the present content count
/// @param countsFrom older approvals count no longer: verdict, standing, consents or holds turned
/// @param olderApprovals whether there are approvals of the present content that no longer count
/// @param review where the present content is between author and reviewers
/// @param endings what will end the visibility by time alone, earliest first
/// @param visibleUntil the earliest of them as a moment
public record Why(
    Optional<ProfileId> id,
    List<String> obstacles,
    boolean once,
    List<String> approvedBy,
    Optional<Instant> countsFrom,
    boolean olderApprovals,
    Review review,
    Optional<Instant> notBefore,
    List<Ending> endings,
    Optional<Instant> visibleUntil) {
  public Why {
    obstacles = List.copyOf(obstacles);
    approvedBy = List.copyOf(approvedBy);
    endings = List.copyOf(endings);
  }

  /// Where the present content is.
  public enum Review {
    NOT_HANDED_IN,
    WAITING,
    CHANGED_SINCE,
    SENT_BACK,
    DONE
  }

  /// Something that ends by itself.
  ///
  /// @param what `consent-text`, `consent-exchange`, `custody` or `departure`
  /// @param lastDay last calendar date on which it still holds
  public record Ending(String what, LocalDate lastDay) {}

  public boolean visible() {
    return obstacles.isEmpty();
  }
}

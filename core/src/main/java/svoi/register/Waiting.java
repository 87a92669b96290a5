package svoi.register;

import java.time.Instant;
import java.util.List;
import svoi.cases.PersonId;

/// A profile that waits for reviewers.
///
/// @param name in Ukrainian, family name first
/// @param latin the same name in Latin letters
/// @param agency whose file it is
/// @param approvedBy agencies whose approvals count now
/// @param changed whether the content is another one than was handed in: its author has to hand it
///     in again
/// @param own whether the asking member wrote in it and so can't review it
public record Waiting(
    PersonId person,
    String name,
    String latin,
    String agency,
    Instant handedInAt,
    List<String> approvedBy,
    boolean changed,
    boolean own) {
  public Waiting {
    approvedBy = List.copyOf(approvedBy);
  }
}

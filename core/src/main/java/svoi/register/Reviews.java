package svoi.register;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.staff.Forbidden;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.staff.StaffRole;

/// The reviewers' side: what waits, what changed, approving exactly what was seen, sending back.
public final class Reviews {
  /// More than a day's work of two agencies.
  private static final int QUEUE = 100;

  private final Database database;
  private final ReviewRepository reviews;
  private final RegisterRepository profiles;
  private final Reach reach;
  private final AuditSink audit;

  public Reviews(Database database, AuditSink audit) {
    this.database = database;
    this.reviews = new ReviewRepository(database.jdbc());
    this.profiles = new RegisterRepository(database.jdbc());
    this.reach = new Reach(database.jdbc());
    this.audit = audit;
  }

  /// What was handed in and has no approval of the member's agency yet, oldest first.
  public List<Waiting> queue(Member by) {
    by.needs(Right.REVIEW_PROFILES);
    return reviews.queue(by, QUEUE).stream()
        .filter(waiting -> !waiting.approvedBy().contains(by.agency()))
        .toList();
  }

  /// What a reviewer looks at.
  ///
  /// @param present the content of now; its hash is what an approval names
  /// @param before the last other content that both agencies approved
  /// @param handedIn whether reviewers are asked for exactly this content
  /// @param required checks that an approval has to name
  public record Sheet(
      ProfileId id,
      Content present,
      Optional<Content> before,
      List<String> obstacles,
      List<String> approvedBy,
      boolean handedIn,
      Set<Check> required) {
    public Sheet {
      obstacles = List.copyOf(obstacles);
      approvedBy = List.copyOf(approvedBy);
      required = Set.copyOf(required);
    }
  }

  /// Empty while nothing was written about the person.
  public Optional<Sheet> sheet(PersonId person) {
    return reviews.sheet(person);
  }

  /// Approves exactly the content `seen`. Refusals are codes: `approval.stale_content`,
  /// `approval.not_handed_in`, `approval.same_agency`, `review.check_missing` and those of
  /// publication.
  ///
  /// @throws Forbidden `approval.author` if the member ever wrote in this profile, `reach.person`
  ///     beyond reach
  public Reviewed approve(PersonId person, ContentHash seen, Set<Check> checked, Member by) {
    needs(person, by);
    Reviewed outcome =
        database.inTransaction(
            () -> {
              reviews.lock(person);
              Optional<Sheet> found = reviews.sheet(person);
              if (found.isEmpty()) {
                return Reviewed.Refused.of("approval.not_handed_in");
              }
              Sheet sheet = found.get();
              if (reviews.wrote(sheet.id(), by)) {
                throw new Forbidden("approval.author");
              }
              List<String> codes = refusals(sheet, seen, checked, by);
              if (!codes.isEmpty()) {
                return new Reviewed.Refused(codes);
              }
              profiles.addApproval(sheet.id(), seen, checked, by);
              audit.append(by.actor(), "register.approve", Set.of(person.value()), seen.toString());
              Sheet after = reviews.sheet(person).orElseThrow();
              return new Reviewed.Noted(after.approvedBy(), after.obstacles().isEmpty());
            });
    if (outcome instanceof Reviewed.Noted noted && noted.visible()) {
      profiles.addAppearances();
    }
    return outcome;
  }

  /// Gives the content back to its author with a comment; it is approved only when handed in again.
  ///
  /// @throws org.springframework.dao.DataIntegrityViolationException if the comment says nothing
  public Reviewed sendBack(PersonId person, ContentHash seen, String comment, Member by) {
    needs(person, by);
    return database.inTransaction(
        () -> {
          reviews.lock(person);
          Optional<Sheet> sheet = reviews.sheet(person);
          if (sheet.isEmpty() || !sheet.get().handedIn()) {
            return Reviewed.Refused.of("approval.not_handed_in");
          }
          if (!sheet.get().present().hash().equals(seen)) {
            return Reviewed.Refused.of("approval.stale_content");
          }
          reviews.addComment(sheet.get(), person, true, TextCheck.tidy(comment), "reviewer", by);
          audit.append(by.actor(), "register.send-back", Set.of(person.value()), seen.toString());
          return new Reviewed.Noted(sheet.get().approvedBy(), false);
        });
  }

  /// Says something to the other side about the present content.
  ///
  /// @throws Forbidden if the member neither writes nor reviews nor holds, or beyond reach
  /// @throws IllegalArgumentException if nothing was written about the person
  public void comment(PersonId person, String comment, Member by) {
    if (!reach.of(by, person).reaches(Access.FILE)) {
      throw new Forbidden("reach.person");
    }
    Sheet sheet =
        reviews.sheet(person).orElseThrow(() -> new IllegalArgumentException("no profile"));
    reviews.addComment(sheet, person, false, TextCheck.tidy(comment), role(by), by);
    audit.append(by.actor(), "register.comment", Set.of(person.value()), "");
  }

  /// All that happened to the profile, newest first.
  public List<Step> history(PersonId person) {
    return reviews.history(person);
  }

  private static String role(Member by) {
    if (by.is(StaffRole.MONITOR)) {
      return StaffRole.MONITOR.code();
    }
    if (by.is(StaffRole.REVIEWER)) {
      return StaffRole.REVIEWER.code();
    }
    by.needs(Right.WRITE_PROFILES);
    return StaffRole.AUTHOR.code();
  }

  private static List<String> refusals(
      Sheet sheet, ContentHash seen, Set<Check> checked, Member by) {
    if (!sheet.present().hash().equals(seen)) {
      return List.of("approval.stale_content");
    }
    if (sheet.approvedBy().contains(by.agency())) {
      return List.of("approval.same_agency");
    }
    if (!sheet.handedIn()) {
      return List.of("approval.not_handed_in");
    }
    List<String> codes = new ArrayList<>(Obstacles.refusingApproval(sheet.obstacles()));
    if (!EnumSet.copyOf(sheet.required()).stream().allMatch(checked::contains)) {
      codes.add("review.check_missing");
    }
    return codes;
  }

  private void needs(PersonId person, Member by) {
    by.needs(Right.REVIEW_PROFILES);
    if (!reach.of(by, person).reaches(Access.FILE)) {
      throw new Forbidden("reach.person");
    }
  }
}

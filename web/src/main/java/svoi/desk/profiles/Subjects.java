package svoi.desk.profiles;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.register.Access;
import svoi.register.Publication;
import svoi.register.Reach;
import svoi.staff.Member;

/// The person that an address names, for whom it is within reach; each look is in the audit log
/// before the page leaves.
final class Subjects {
  private final Reach reach;
  private final Publication publication;
  private final AuditSink audit;

  Subjects(Reach reach, Publication publication, AuditSink audit) {
    this.reach = reach;
    this.publication = publication;
    this.audit = audit;
  }

  /// @param page for the log, for example `desk.review`
  /// @throws NotReached if the person is beyond reach or does not exist
  Subject reached(Officer officer, UUID id, Access needed, String page) {
    PersonId person = new PersonId(id);
    Access access = reach.of(officer.member(), person);
    if (!access.reaches(needed)) {
      throw new NotReached();
    }
    Publication.Card card = publication.card(person).orElseThrow(NotReached::new);
    audit.append(officer.member().actor(), page, List.of(id), "");
    return new Subject(card, access);
  }

  /// Notes that a list named these persons.
  void listed(Member member, Stream<UUID> persons, String page) {
    audit.append(member.actor(), page, persons.distinct().toList(), "");
  }
}

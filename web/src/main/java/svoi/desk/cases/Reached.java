package svoi.desk.cases;

import java.util.UUID;
import java.util.function.Predicate;
import svoi.cases.Files;
import svoi.cases.PersonId;
import svoi.cases.Persons;
import svoi.cases.StoredFile;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.register.Access;
import svoi.register.Reach;
import svoi.staff.Member;

/// Files within a member's reach; all others do not exist.
final class Reached {
  private final Reach reach;
  private final Files files;

  Reached(Reach reach, Files files) {
    this.reach = reach;
    this.files = files;
  }

  Access of(Member member, PersonId person) {
    return reach.of(member, person);
  }

  Predicate<Persons.Known> files(Member member) {
    return reach.files(member);
  }

  /// The file, or the one into which it was merged.
  ///
  /// @throws NotReached if the member does not reach it
  StoredFile file(Officer officer, UUID id) {
    StoredFile file = files.find(new PersonId(id)).orElseThrow(NotReached::new);
    if (file.mergedInto().isPresent()) {
      file = files.find(file.mergedInto().get()).orElseThrow(NotReached::new);
    }
    if (!reach.of(officer.member(), file.id()).reaches(Access.FILE)) {
      throw new NotReached();
    }
    return file;
  }

  /// The file, for changing it.
  ///
  /// @throws NotReached if the member does not reach it
  /// @throws svoi.staff.Forbidden if the member may read it only
  StoredFile editable(Officer officer, UUID id) {
    StoredFile file = file(officer, id);
    if (!reach.of(officer.member(), file.id()).reaches(Access.EDIT)) {
      throw new svoi.staff.Forbidden("file.other_agency");
    }
    return file;
  }
}

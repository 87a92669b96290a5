package svoi.desk.needs;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import svoi.audit.AuditSink;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.exchange.AwaitedId;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.AwaitedFiles;
import svoi.exchange.needs.AwaitedNames;
import svoi.exchange.needs.NeedCards;
import svoi.names.Hit;
import svoi.staff.Forbidden;

/// Awaited persons within a member's reach; all others do not exist. What is shown is logged here.
record NeedDesk(AwaitedFiles files, NeedCards cards, AwaitedNames names, AuditSink audit) {

  static String path(UUID person) {
    return "/desk/needs/" + person;
  }

  /// The person, or the one into whose record theirs was merged.
  ///
  /// @throws NotReached if the member does not see the person's track
  AwaitedFile file(Officer officer, UUID id) {
    AwaitedFile file = files.find(new AwaitedId(id), officer.member()).orElseThrow(NotReached::new);
    return file.kept()
        .map(kept -> files.find(kept, officer.member()).orElseThrow(NotReached::new))
        .orElse(file);
  }

  /// The person, for changing something.
  ///
  /// @throws NotReached if the member does not see the person's track
  /// @throws Forbidden if the member may read it only
  AwaitedFile editable(Officer officer, UUID id) {
    AwaitedFile file = file(officer, id);
    if (!file.track().isEditedBy(officer.member())) {
      throw new Forbidden("awaited.read_only");
    }
    return file;
  }

  /// Whom a search by name found, in its order.
  List<AwaitedFile> found(List<Hit<AwaitedNames.Known>> hits, Officer officer) {
    return cards.of(hits.stream().map(hit -> hit.key().id()).toList(), officer.member());
  }

  /// Writes who was shown on a page, before it leaves.
  void shown(Officer officer, String page, Collection<UUID> persons) {
    audit.append(officer.member().actor(), page, List.copyOf(persons), "");
  }

  static List<UUID> ids(Collection<AwaitedFile> files) {
    return files.stream().map(file -> file.id().value()).toList();
  }
}

package svoi.desk.consents;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import svoi.audit.AuditSink;
import svoi.cases.PersonId;
import svoi.consent.Cards;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.register.Access;
import svoi.register.Reach;

/// Opens the consents of a person for those who reach them, and writes the audit log first.
final class Dossiers {
  private final Reach reach;
  private final Cards cards;
  private final AuditSink audit;

  Dossiers(Reach reach, Cards cards, AuditSink audit) {
    this.reach = reach;
    this.cards = cards;
    this.audit = audit;
  }

  /// @throws NotReached if the person is not within the officer's reach, or never was
  Cards.Card open(Officer officer, UUID id, Access needed, String action) {
    PersonId person = new PersonId(id);
    if (!access(officer, person).reaches(needed)) {
      throw new NotReached();
    }
    audit.append(officer.member().actor(), action, Set.of(id), "");
    return cards.of(person).orElseThrow(NotReached::new);
  }

  /// Notes that something of this person was read.
  void read(Officer officer, PersonId person, String action) {
    audit.append(officer.member().actor(), action, Set.of(person.value()), "");
  }

  Access access(Officer officer, PersonId person) {
    return reach.of(officer.member(), person);
  }

  /// A card by exact name and birth date; empty for one whom the officer does not reach.
  Optional<Cards.Card> find(Officer officer, String fullName, LocalDate bornOn) {
    Optional<Cards.Card> found = cards.find(officer.member(), fullName, bornOn);
    Set<UUID> ids = found.map(card -> Set.of(card.person().value())).orElse(Set.of());
    audit.append(officer.member().actor(), "desk.card-find", ids, "");
    return found;
  }

  List<Cards.Card> clients(Officer officer) {
    List<Cards.Card> clients = cards.clients(officer.member());
    Set<UUID> ids = clients.stream().map(c -> c.person().value()).collect(Collectors.toSet());
    audit.append(officer.member().actor(), "desk.cards", ids, "");
    return clients;
  }

  /// Name of a person beyond whose card the officer may not look: none.
  Optional<Cards.Card> nameIfReached(Officer officer, PersonId person) {
    return access(officer, person).reaches(Access.CARD) ? cards.of(person) : Optional.empty();
  }
}

package svoi.desk.detention;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import svoi.cases.Detention;
import svoi.cases.Detentions;
import svoi.cases.NeedToKnow;
import svoi.cases.PersonId;
import svoi.consent.Cards;
import svoi.consent.Errands;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.register.Access;
import svoi.register.Reach;
import svoi.staff.Institution;
import svoi.staff.Institutions;
import svoi.staff.StaffRole;

/// Who reaches the place of a person, why, and what it is called.
final class Whereabouts {
  private final Reach reach;
  private final Cards cards;
  private final Detentions detentions;
  private final Errands errands;
  private final Institutions institutions;

  Whereabouts(
      Reach reach, Cards cards, Detentions detentions, Errands errands, Institutions institutions) {
    this.reach = reach;
    this.cards = cards;
    this.detentions = detentions;
    this.errands = errands;
    this.institutions = institutions;
  }

  /// @throws NotReached if the person is not within the officer's reach, or never was
  Cards.Card reached(Officer officer, UUID id) {
    return reached(officer, id, Access.CARD);
  }

  /// The person whose place this officer may record: an author's own file, a liaison's card.
  ///
  /// @throws NotReached if the person is not within the officer's reach, or never was
  Cards.Card recordable(Officer officer, UUID id) {
    boolean liaison = officer.member().is(StaffRole.PRISON_LIAISON);
    return reached(officer, id, liaison ? Access.CARD : Access.EDIT);
  }

  private Cards.Card reached(Officer officer, UUID id, Access needed) {
    PersonId person = new PersonId(id);
    if (!reach.of(officer.member(), person).reaches(needed)) {
      throw new NotReached();
    }
    return cards.of(person).orElseThrow(NotReached::new);
  }

  boolean isRecordable(Officer officer, PersonId person) {
    boolean liaison = officer.member().is(StaffRole.PRISON_LIAISON);
    Access access = reach.of(officer.member(), person);
    return access.reaches(liaison ? Access.CARD : Access.EDIT);
  }

  Optional<NeedToKnow> need(Officer officer, PersonId person) {
    return errands.of(officer.member(), person);
  }

  /// Institutions that this officer may record, by name.
  List<Institution> offered(Officer officer) {
    Set<UUID> offered = detentions.offered(officer.member());
    return institutions.all().stream().filter(i -> offered.contains(i.id())).toList();
  }

  /// Places as a page shows them, in the same order.
  List<PlaceView.Place> named(Officer officer, List<Detention> places) {
    Map<UUID, Institution> known =
        institutions.all().stream().collect(Collectors.toMap(Institution::id, Function.identity()));
    return places.stream()
        .flatMap(
            place ->
                Optional.ofNullable(known.get(place.institution())).stream()
                    .map(
                        institution ->
                            new PlaceView.Place(
                                institution.name(officer.language()),
                                place.since(),
                                place.recordedAt())))
        .toList();
  }
}

package svoi.exchange.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import svoi.exchange.AwaitedId;
import svoi.exchange.AwaitedState;
import svoi.exchange.Category;
import svoi.exchange.RoundsSample;
import svoi.staff.Forbidden;

/// Entering, correcting and finding those who are awaited.
class AwaitedFilesIT extends InventedNeeds {
  private static final LocalDate BORN = LocalDate.of(1991, 5, 2);

  @Test
  void aPersonIsEnteredOnceHoweverOftenTheFormIsSent() {
    AwaitedId id = new AwaitedId(UUID.randomUUID());
    Awaited person = person("Вигаданець", BORN);

    assertThat(files.create(id, person, Restricted.UNCHANGED, OFFICER))
        .isEqualTo(files.create(id, person, Restricted.UNCHANGED, OFFICER));
    assertThat(files.find(id, OFFICER).orElseThrow().state()).isEqualTo(AwaitedState.REPORTED);
  }

  @Test
  void twoOfficersNeverOverwriteEachOther() {
    AwaitedFile file = entered(person("Перший", BORN), OFFICER);
    Awaited second = person("Другий", BORN);

    assertThat(files.save(file.id(), file.version(), second, Restricted.UNCHANGED, OFFICER))
        .isInstanceOf(NeedSaving.Saved.class);
    NeedSaving late =
        files.save(file.id(), file.version(), person("Третій", BORN), Restricted.UNCHANGED, SECOND);

    assertThat(late).isInstanceOf(NeedSaving.Stale.class);
    assertThat(((NeedSaving.Stale) late).current().person().name().familyUk()).isEqualTo("Другий");
  }

  @Test
  void serviceAndPlaceAreStoredSealedAndOpenedUnderALoggedRead() {
    AwaitedFile file = entered(person("Місцевий", BORN), OFFICER);
    files.save(
        file.id(),
        file.version(),
        file.person(),
        new Restricted("Умовна бригада", "Умовна колонія"),
        OFFICER);
    AwaitedFile stored = files.find(file.id(), OFFICER).orElseThrow();

    assertThat(stored.serviceKept() && stored.placeKept()).isTrue();
    assertThat(files.open(stored, OFFICER).place()).isEqualTo("Умовна колонія");
    assertThat(
            count(
                "SELECT count(*) FROM audit.v_entry WHERE action = 'exchange.restricted-read' AND ? = ANY (subjects)",
                file.id().value()))
        .isOne();
    assertThat(
            count(
                "SELECT count(*) FROM exchange.awaited WHERE id = ? AND position('колонія'::bytea IN place_sealed) > 0",
                file.id().value()))
        .isZero();
    files.save(file.id(), stored.version(), file.person(), new Restricted(null, ""), OFFICER);
    AwaitedFile erased = files.find(file.id(), OFFICER).orElseThrow();
    assertThat(erased.serviceKept() && !erased.placeKept()).isTrue();
  }

  @Test
  void whatTheRulesSayStandsAtItsField() {
    LocalDate child = sample.today().minusYears(17);

    assertThat(
            files.check(person("Юнаков", child), Restricted.UNCHANGED).stream()
                .map(f -> f.code() + "@" + f.field()))
        .containsExactly("awaited.minor@category");
    assertThat(files.check(person("=HYPERLINK", BORN), Restricted.UNCHANGED)).isNotEmpty();
  }

  /// Scenario 18: children and the gravely wounded stand on a track of their own.
  @Test
  void whoWorksOnOneTrackSeesNobodyOfTheOther() {
    Awaited child =
        person("Дитинко", sample.today().minusYears(9), Category.CHILD, Health.ORDINARY);
    AwaitedFile file = entered(child, RETURNS);

    assertThat(files.find(file.id(), OFFICER)).isEmpty();
    assertThat(names.search("Дитинко", OFFICER, 10).matches()).isEmpty();
    assertThat(names.search("Дитинко", RETURNS, 10).matches()).hasSize(1);
    assertThat(cards.of(List.of(file.id().value()), OFFICER)).isEmpty();
    assertThat(
            code(
                files.create(
                    new AwaitedId(UUID.randomUUID()), child, Restricted.UNCHANGED, OFFICER)))
        .isEqualTo("awaited.other_track");
    assertThatThrownBy(
            () -> files.save(file.id(), file.version(), child, Restricted.UNCHANGED, OFFICER))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void oneFoundGravelyWoundedGoesToTheOtherTrackWithAllThatIsKnown() {
    AwaitedFile file = entered(person("Поранко", BORN), OFFICER);
    Awaited wounded = person("Поранко", BORN, Category.POW, Health.GRAVELY_WOUNDED);

    NeedSaving saving =
        files.save(file.id(), file.version(), wounded, Restricted.UNCHANGED, OFFICER);

    assertThat(saving).isEqualTo(new NeedSaving.Saved(file.id(), Track.UNCONDITIONAL));
    assertThat(files.find(file.id(), OFFICER)).isEmpty();
    assertThat(files.find(file.id(), RETURNS)).isPresent();
  }

  @Test
  void isFoundInAnySpellingAMomentLaterAndUnderTheNewNameAfterACorrection() {
    names.size();
    AwaitedFile file = entered(person("Щербатенко", BORN), OFFICER);

    assertThat(names.search("Shcherbatenko Test", OFFICER, 10).matches())
        .extracting(hit -> hit.key().id())
        .contains(file.id().value());
    files.save(file.id(), file.version(), person("Юхимчук", BORN), Restricted.UNCHANGED, OFFICER);
    assertThat(names.search("Щербатенко", OFFICER, 10).matches()).isEmpty();
    assertThat(names.search("Юхимчук", OFFICER, 10).matches()).hasSize(1);
  }

  @Test
  void somebodyLikeOneWhoIsThereIsAskedAbout() {
    AwaitedFile file = entered(person("Двійниченко", BORN), OFFICER);
    AwaitedDuplicates duplicates = new AwaitedDuplicates(names, cards);

    assertThat(duplicates.of(person("Двійніченко", BORN), null, OFFICER))
        .extracting(c -> c.file().id())
        .containsExactly(file.id());
    assertThat(duplicates.of(person("Двійниченко", LocalDate.of(1991, 2, 5)), null, OFFICER))
        .extracting(AwaitedDuplicates.Candidate::likeness)
        .containsExactly(AwaitedDuplicates.Likeness.SAME_NAME_BIRTH_NEAR);
    assertThat(duplicates.of(person("Двійниченко", LocalDate.of(1970, 1, 9)), null, OFFICER))
        .isEmpty();
  }

  @Test
  void becomeOneByTwoSignaturesOnly() {
    AwaitedFile kept = entered(person("Злитий", BORN), OFFICER);
    AwaitedFile merged = entered(person("Злитий", BORN), OFFICER);
    AwaitedMerges merges = new AwaitedMerges(database.as(svoi.platform.Role.DESK), audit);
    assertThat(merges.propose(kept, merged, "Той самий день народження", OFFICER)).isEmpty();
    AwaitedMerges.Merge merge = merges.of(kept).getFirst();

    assertThat(merges.decide(merge, AwaitedMerges.Outcome.CONFIRMED, OFFICER).orElseThrow().code())
        .isEqualTo("merge.same_member");
    assertThat(merges.decide(merge, AwaitedMerges.Outcome.CONFIRMED, RoundsSample.SAME_AGENCY))
        .isEmpty();
    assertThat(files.find(merged.id(), OFFICER).orElseThrow().kept()).contains(kept.id());
    assertThat(names.search("Злитий", OFFICER, 10).matches()).hasSize(1);
  }

  @Test
  void listsBeginWithTheLongestInCaptivityAndGoOnPageByPage() {
    for (int i = 0; i < 7; i++) {
      entered(person("Довгочекай" + "абвгдеж".charAt(i), BORN), OFFICER);
    }
    NeedFilter everybody =
        new NeedFilter(
            Track.NEGOTIATED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            NeedFilter.Order.CAPTIVITY);
    List<AwaitedFile> all = cards.page(everybody, null, 100, OFFICER);

    List<AwaitedFile> first = cards.page(everybody, null, 3, OFFICER);
    List<AwaitedFile> second = cards.page(everybody, first.getLast().id().value(), 3, OFFICER);

    assertThat(all)
        .isSortedAccordingTo(
            java.util.Comparator.comparing((AwaitedFile f) -> f.person().heldSince())
                .thenComparing(f -> f.id().value().toString()));
    assertThat(all.subList(0, 3)).isEqualTo(first);
    assertThat(all.subList(3, 6)).isEqualTo(second);
    assertThat(cards.page(everybody, null, 3, RETURNS)).isEmpty();
    NeedFilter children =
        new NeedFilter(
            Track.NEGOTIATED,
            Optional.of(Category.CHILD),
            Optional.empty(),
            Optional.empty(),
            0,
            NeedFilter.Order.ENTRY);
    assertThat(cards.page(children, null, 3, OFFICER)).isEmpty();
  }

  @Test
  void aFilterThatFitsNobodyOfATrackFindsNobodyAndOneThatFitsTheOtherDoes() {
    sample.reported("child", "ordinary");
    sample.reported("pow", "gravely-wounded");

    assertThat(cards.page(of(Track.NEGOTIATED, Category.CHILD, null), null, 3, OFFICER)).isEmpty();
    assertThat(cards.page(of(Track.NEGOTIATED, null, Health.GRAVELY_WOUNDED), null, 3, OFFICER))
        .isEmpty();
    assertThat(cards.page(of(Track.UNCONDITIONAL, Category.CHILD, null), null, 3, RETURNS))
        .isNotEmpty();
    assertThat(cards.page(of(Track.UNCONDITIONAL, null, Health.GRAVELY_WOUNDED), null, 3, RETURNS))
        .isNotEmpty();
  }

  private static NeedFilter of(Track track, @Nullable Category category, @Nullable Health health) {
    return new NeedFilter(
        track,
        Optional.ofNullable(category),
        Optional.ofNullable(health),
        Optional.empty(),
        0,
        NeedFilter.Order.CAPTIVITY);
  }

  @Test
  void endOnlyWithEvidenceThatIsAScanAndOpensAsItWasHandedIn() throws Exception {
    AwaitedFile file = entered(person("Звільненко", BORN), OFFICER);
    AwaitedStates.Entry entry =
        new AwaitedStates.Entry(AwaitedState.RELEASED_OTHERWISE, null, sample.today());

    assertThat(code(states.record(file, file.version(), entry, null, OFFICER)))
        .isEqualTo("awaited.evidence_missing");
    assertThat(
            code(
                states.record(
                    file,
                    file.version(),
                    entry,
                    new java.io.ByteArrayInputStream(new byte[] {'M', 'Z', 0, 0}),
                    OFFICER)))
        .isEqualTo("evidence.not_a_scan");
    assertThat(states.record(file, file.version() + 9, entry, scan(), OFFICER))
        .isInstanceOf(NeedSaving.Stale.class);
    assertThat(states.record(file, file.version(), entry, scan(), OFFICER))
        .isInstanceOf(NeedSaving.Saved.class);
    AwaitedEvent event = files.events(file).getFirst();
    AwaitedStates.Scan scan = states.open(file, event.id(), OFFICER).orElseThrow();
    try (var content = scan.content()) {
      assertThat(content.readAllBytes()).isEqualTo(scan().readAllBytes());
    }
    assertThat(scan.mediaType()).isEqualTo("application/pdf");
  }

  @Test
  void onlyWhatTheMachineDrawsCanBeRecorded() {
    assertThat(states.next(AwaitedState.REPORTED))
        .containsExactly(
            AwaitedState.CONFIRMED,
            AwaitedState.RELEASED_OTHERWISE,
            AwaitedState.DIED_IN_CAPTIVITY,
            AwaitedState.NOT_CAPTIVE);
    assertThat(states.next(AwaitedState.RETURNED)).isEmpty();
  }

  /// Scenario 19: marking of families.
  @Test
  void aFamilyIsMarkedInseparableByWhoMayEditItsMembers() {
    AwaitedFile one = entered(person("Родиненко", BORN), OFFICER);
    AwaitedFile other = entered(person("Родиненчук", BORN), OFFICER);
    FamilyGroups groups = new FamilyGroups(database.as(svoi.platform.Role.DESK), audit);

    assertThat(groups.join(one, other, OFFICER)).isEmpty();
    one = files.find(one.id(), OFFICER).orElseThrow();
    groups.mark(one, true, OFFICER);

    FamilyGroups.Family family = groups.of(one, OFFICER).orElseThrow();
    assertThat(family.inseparable()).isTrue();
    assertThat(family.others()).extracting(AwaitedFile::id).containsExactly(other.id());
    AwaitedFile wounded = files.find(other.id(), OFFICER).orElseThrow();
    files.save(
        other.id(),
        wounded.version(),
        person("Родиненчук", BORN, Category.POW, Health.GRAVELY_WOUNDED),
        Restricted.UNCHANGED,
        OFFICER);
    assertThat(groups.of(one, OFFICER).orElseThrow().elsewhere()).isOne();
  }
}

package svoi.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.platform.Role;
import svoi.platform.Violation;
import svoi.register.PublicRegister;
import svoi.register.PublishedPerson;
import svoi.staff.Member;

/// Two records of one person become one by two signatures, kept by the database.
class MergesIT {
  private static final String GROUND = "Той самий паспорт у двох справах.";
  private static Desk desk;

  @BeforeAll
  static void create() {
    desk = new Desk();
  }

  @AfterAll
  static void drop() {
    desk.close();
  }

  @Test
  void theSecondSignatureBringsTheProceedingsToTheKeptRecordAndLosesNothing() {
    StoredFile kept = desk.stored(new Entered(), Desk.AUTHOR);
    StoredFile other = desk.stored(new Entered(), Desk.AUTHOR);
    Merges.Merge merge = proposed(kept.id(), other.id());

    assertThat(desk.merges.decide(merge, Merges.Outcome.CONFIRMED, Desk.REVIEWER)).isEmpty();

    StoredFile now = desk.files.find(kept.id()).orElseThrow();
    assertThat(now.proceedings())
        .extracting(StoredFile.Proceeding::id)
        .containsExactlyInAnyOrder(
            kept.proceedings().getFirst().id(), other.proceedings().getFirst().id());
    assertThat(now.proceedings()).allMatch(p -> p.steps().size() == 3);
    StoredFile pointer = desk.files.find(other.id()).orElseThrow();
    assertThat(pointer.mergedInto()).contains(kept.id());
    assertThat(pointer.person()).isEqualTo(other.person());
    assertThat(visible(other.id())).isFalse();
    assertThat(visible(kept.id())).isTrue();
  }

  @Test
  void nobodySignsTwice() {
    StoredFile kept = desk.stored(new Entered(), Desk.AUTHOR);
    StoredFile other = desk.stored(new Entered(), Desk.AUTHOR);
    Merges.Merge merge = proposed(kept.id(), other.id());

    assertThat(desk.merges.decide(merge, Merges.Outcome.CONFIRMED, Desk.AUTHOR))
        .contains(new Finding("merge.second_signature", "other"));
    assertThat(
            rule(
                """
                UPDATE cases.merge SET outcome = 'confirmed', decided_by = proposed_by,
                  decided_agency = proposed_agency, decided_at = platform.now() WHERE id = ?
                """,
                merge.id()))
        .isEqualTo("merge-signed-by-two-members");
    assertThat(desk.files.find(other.id()).orElseThrow().mergedInto()).isEmpty();
  }

  @Test
  void aRecordThatChangedAfterTheProposalIsNotMerged() {
    StoredFile kept = desk.stored(new Entered(), Desk.AUTHOR);
    Entered entered = new Entered();
    StoredFile other = desk.stored(entered, Desk.AUTHOR);
    Merges.Merge merge = proposed(kept.id(), other.id());
    entered.proceeding = other.proceedings().getFirst().id();
    entered.given = "Зразок";
    desk.files.save(
        other.id(), other.version(), entered.person(), entered.proceedings(), Desk.AUTHOR);

    assertThat(desk.merges.decide(merge, Merges.Outcome.CONFIRMED, Desk.REVIEWER))
        .contains(new Finding("merge.record_changed", "other"));
  }

  @Test
  void aMergeVoidsApprovalsAndThePointersProfileIsDark() {
    PublicRegister site = new PublicRegister(desk.database.as(Role.SITE).jdbc());
    PublishedPerson.Created kept = PublishedPerson.in(desk.database).create();
    PublishedPerson.Created other = PublishedPerson.in(desk.database).create();
    Merges.Merge merge = proposed(kept.person(), other.person());
    assertThat(site.profile(kept.profile())).isPresent();

    assertThat(desk.merges.decide(merge, Merges.Outcome.CONFIRMED, Desk.REVIEWER)).isEmpty();

    assertThat(site.profile(kept.profile())).isEmpty();
    assertThat(site.profile(other.profile())).isEmpty();
    assertThat(site.oncePublic(other.profile())).isTrue();
    // What the other's profile shows stays with it, as history.
    assertThat(desk.files.find(other.person()).orElseThrow().proceedings()).hasSize(1);
  }

  @Test
  void aDecidedMergeAndAMergedRecordAreNotMergedAgain() {
    StoredFile kept = desk.stored(new Entered(), Desk.AUTHOR);
    StoredFile other = desk.stored(new Entered(), Desk.AUTHOR);
    StoredFile third = desk.stored(new Entered(), Desk.AUTHOR);
    Merges.Merge merge = proposed(kept.id(), other.id());
    assertThat(desk.merges.propose(third.id(), other.id(), GROUND, Desk.AUTHOR))
        .contains(new Finding("merge.open_already", "other"));
    desk.merges.decide(merge, Merges.Outcome.CONFIRMED, Desk.REVIEWER);

    assertThat(desk.merges.decide(merge, Merges.Outcome.DECLINED, Desk.REVIEWER))
        .contains(new Finding("merge.decided_already", "other"));
    assertThat(desk.merges.propose(third.id(), other.id(), GROUND, Desk.AUTHOR))
        .contains(new Finding("merge.merged_already", "other"));
    assertThat(desk.merges.propose(third.id(), third.id(), GROUND, Desk.AUTHOR))
        .contains(new Finding("merge.same_record", "other"));
  }

  @Test
  void theDeskCannotMergePastTheProposal() {
    StoredFile kept = desk.stored(new Entered(), Desk.AUTHOR);
    StoredFile other = desk.stored(new Entered(), Desk.AUTHOR);
    Merges.Merge merge = proposed(kept.id(), other.id());

    for (String sql :
        List.of(
            "UPDATE cases.person SET merged_into = id WHERE id = ?",
            "UPDATE cases.merge SET proposed_by = gen_random_uuid() WHERE id = ?",
            "DELETE FROM cases.merge WHERE id = ?")) {
      assertThatThrownBy(() -> desk.desk.jdbc().sql(sql).param(merge.id()).update())
          .isInstanceOf(DataAccessException.class);
    }
    assertThat(
            rule(
                """
                INSERT INTO cases.merge (id, kept_id, merged_id, kept_version, merged_version, ground,
                  proposed_by, proposed_agency, outcome, decided_by, decided_agency, decided_at)
                SELECT gen_random_uuid(), merged_id, kept_id, 0, 0, ground, proposed_by, proposed_agency,
                  'confirmed', '"""
                    + Desk.REVIEWER.id()
                    + """
                ', 'hur', platform.now() FROM cases.merge WHERE id = ?
                """,
                merge.id()))
        .isEqualTo("merge-is-proposed-first");
  }

  @Test
  void theLogNamesBothRecordsAndTheRightIsAskedFor() {
    StoredFile kept = desk.stored(new Entered(), Desk.AUTHOR);
    StoredFile other = desk.stored(new Entered(), Desk.AUTHOR);
    desk.merges.decide(proposed(kept.id(), other.id()), Merges.Outcome.CONFIRMED, Desk.REVIEWER);

    assertThat(
            desk.desk
                .jdbc()
                .sql(
                    """
                    SELECT action FROM audit.v_entry WHERE ARRAY[?::uuid, ?::uuid] <@ subjects ORDER BY seq
                    """)
                .params(kept.id().value(), other.id().value())
                .query(String.class)
                .list())
        .containsExactly("cases.merge-propose", "cases.merge-decide");
    assertThatThrownBy(
            () -> desk.merges.propose(kept.id(), other.id(), GROUND, PublishedPerson.VERIFIER))
        .hasMessage("right.merge-persons");
  }

  private static Merges.Merge proposed(PersonId kept, PersonId merged) {
    Member by = Desk.AUTHOR;
    assertThat(desk.merges.propose(kept, merged, GROUND, by)).isEmpty();
    return desk.merges.of(merged).getFirst();
  }

  private static boolean visible(PersonId id) {
    return desk.desk
            .jdbc()
            .sql("SELECT count(*) FROM cases.v_person WHERE id = ?")
            .param(id.value())
            .query(Integer.class)
            .single()
        == 1;
  }

  private static String rule(String sql, UUID id) {
    try {
      desk.desk.jdbc().sql(sql).param(id).update();
      return "";
    } catch (DataIntegrityViolationException e) {
      return Violation.rule(e).orElse("other");
    }
  }
}

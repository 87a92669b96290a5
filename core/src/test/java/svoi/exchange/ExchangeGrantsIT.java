package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import svoi.platform.Role;

/// What each role of the database reaches of exchanges (exchange invariant 12; R26; scenario 37).
class ExchangeGrantsIT extends InventedRounds {
  private static final List<String> APPEND_ONLY =
      List.of(
          "transition",
          "awaited_event",
          "family_talk",
          "name_word",
          "return_step",
          "identity_check",
          "fitness",
          "fear_interview",
          "fear_note",
          "wish",
          "instrument_event",
          "round_event",
          "slot_event",
          "signature",
          "request_event",
          "response_entry",
          "handover_event",
          "protocol",
          "crossing",
          "outcome",
          "announcement",
          "statistic_release");

  private List<String> relations(String condition) {
    return database
        .superuser()
        .sql(
            "SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                + "WHERE n.nspname = 'exchange' AND c.relkind IN ('r', 'v', 'S') AND "
                + condition)
        .query(String.class)
        .list();
  }

  @Test
  void theSiteReadsReleasedFiguresAndNothingElse() {
    assertThat(
            relations("has_table_privilege('svoi_site', c.oid, 'SELECT, INSERT, UPDATE, DELETE')"))
        .containsExactly("v_public_release");
    assertThat(relations("has_any_column_privilege('svoi_site', c.oid, 'SELECT')"))
        .allMatch(name -> name.startsWith("v_public_"));
  }

  @Test
  void theSiteRunsNothing() {
    assertThat(
            database
                .superuser()
                .sql(
                    "SELECT p.proname::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
                        + "WHERE n.nspname = 'exchange' AND has_function_privilege('svoi_site', p.oid, 'EXECUTE')")
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void nothingPublicNamesAPersonOrACategory() {
    assertThat(
            database
                .superuser()
                .sql(
                    "SELECT column_name::text FROM information_schema.columns "
                        + "WHERE table_schema = 'exchange' AND table_name LIKE 'v_public_%'")
                .query(String.class)
                .list())
        .isNotEmpty()
        .noneMatch(
            c ->
                c.matches(
                    ".*(person|participant|awaited|offered|family|given|born|place|category|slot).*"));
  }

  @Test
  void theContactDoorReachesNothing() {
    assertThat(relations("has_table_privilege('svoi_contact', c.oid, 'SELECT')")).isEmpty();
  }

  @Test
  void theDeskCannotRewriteWhatIsAppendOnly() {
    assertThat(relations("has_any_column_privilege('svoi_desk', c.oid, 'UPDATE')"))
        .doesNotContainAnyElementsOf(APPEND_ONLY);
    assertThat(relations("has_table_privilege('svoi_desk', c.oid, 'DELETE, TRUNCATE')"))
        .containsExactlyInAnyOrder("family_contact", "block", "list_row", "sheet_line");
  }

  @Test
  void notEvenTheOwnerRewritesWhatIsAppendOnly() {
    for (String table : APPEND_ONLY) {
      assertThatThrownBy(
              () -> database.as(Role.OWNER).jdbc().sql("DELETE FROM exchange." + table).update())
          .as(table)
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void aRoundIsCountedOnceItIsAnnounced() {
    var round = sample.in("executed");
    assertThat(publicRounds(round)).isZero();
    sample.announce(round.round());
    assertThat(publicRounds(round)).isOne();
  }

  private int publicRounds(RoundsSample.Drafted round) {
    return database
        .as(Role.DESK)
        .jdbc()
        .sql(
            "SELECT count(*) FROM exchange.v_public_round WHERE round_id = ? AND returned = 2 AND departed = 1")
        .param(round.round())
        .query(Integer.class)
        .single();
  }
}

package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/// List versions and signatures (exchange invariants 13 and 14; scenarios 20 and 21).
class ListRulesIT extends InventedRounds {
  private void send(UUID list) {
    sample.run("UPDATE exchange.list SET state = 'sent' WHERE id = ?", list);
  }

  @Test
  void areNumberedWithoutGapsInTheirRound() {
    UUID round = sample.drafted().round();
    sample.list(round);
    sample.theirs(round);
    UUID third = sample.list(round);

    assertThat(sample.one(Integer.class, "SELECT n FROM exchange.list WHERE id = ?", third))
        .isEqualTo(3);
  }

  @Test
  void areSentOnlyWithSignaturesOfTwoAgencies() {
    UUID list = sample.list(sample.drafted().round());
    sample.sign("list", list, RoundsSample.OFFICER);

    assertThat(code(() -> send(list))).isEqualTo("list.two_signatures");
    assertThat(code(() -> sample.sign("list", list, RoundsSample.SAME_AGENCY)))
        .isEqualTo("signature.same_agency");
    sample.sign("list", list, RoundsSample.SECOND);
    assertThat(code(() -> send(list))).isEmpty();
  }

  @Test
  void areSignedByRoundOfficersOnly() {
    UUID list = sample.list(sample.drafted().round());

    assertThat(code(() -> sample.sign("list", list, RoundsSample.RETURNS)))
        .isEqualTo("signature.not_entitled");
  }

  @Test
  void areSignedAsTheyStand() {
    UUID list = sample.list(sample.drafted().round());

    assertThat(
            code(
                () ->
                    sample.run(
                        """
                        INSERT INTO exchange.signature (subject_kind, subject_id, content_hash, member_id, agency)
                        VALUES ('list', ?, sha256('another'), ?, ?)
                        """,
                        list,
                        RoundsSample.OFFICER.id().value(),
                        RoundsSample.OFFICER.agency())))
        .isEqualTo("signature.stale_content");
  }

  @Test
  void doNotChangeOnceTheyAreSigned() {
    UUID list = sample.list(sample.drafted().round());
    sample.sign("list", list, RoundsSample.OFFICER);

    assertThat(code(() -> sample.run("DELETE FROM exchange.list_row WHERE list_id = ?", list)))
        .isEqualTo("list.immutable");
  }

  @Test
  void doNotChangeOnceTheyPassed() {
    UUID round = sample.in("proposed").round();
    UUID received = sample.answerEqually(round);
    UUID sent =
        sample.one(
            UUID.class,
            "SELECT id FROM exchange.list WHERE round_id = ? AND state = 'sent'",
            round);

    for (UUID list : java.util.List.of(received, sent)) {
      assertThat(
              code(
                  () ->
                      sample.run(
                          "UPDATE exchange.list SET file_sha256 = sha256('x') WHERE id = ?", list)))
          .isEqualTo("list.immutable");
      assertThat(code(() -> sample.run("DELETE FROM exchange.list_row WHERE list_id = ?", list)))
          .isEqualTo("list.immutable");
    }
  }

  @Test
  void keepTheirHashWhenAPersonIsErased() {
    UUID list = sample.propose(sample.drafted().round());
    sample.run("UPDATE exchange.list_row SET content = NULL, salt = NULL WHERE list_id = ?", list);

    assertThat(
            sample.one(
                Boolean.class,
                "SELECT content_hash = exchange.hash_of('list', id) FROM exchange.list WHERE id = ?",
                list))
        .isTrue();
  }

  @Test
  void ofTheOtherSideKeepAnUnknownNameAsWrittenAndInventNobody() {
    UUID list = sample.theirs(sample.in("proposed").round());
    String row =
        """
        INSERT INTO exchange.list_row (list_id, position, block_number, block_terms, side, match, content, salt, row_hash)
        SELECT ?, ?, 1, '1:2', 'awaited', ?, c, 'salt', sha256('salt'::bytea || convert_to(c::text, 'UTF8'))
        FROM (SELECT '{"name": "Невідомський Хтось"}'::jsonb AS c) x
        """;
    sample.run(row, list, 1, "unknown");
    sample.run(row, list, 2, "ambiguous");

    assertThat(code(() -> sample.run(row, list, 3, "linked"))).isEqualTo("list-row-invents-nobody");
  }

  @Test
  void ofTheOtherSideMayDemandAChildOnlyAsTheirDemandWithAGround() {
    UUID list = sample.theirs(sample.in("proposed").round());
    UUID child = sample.reported("child", "ordinary");
    String row =
        """
        INSERT INTO exchange.list_row (list_id, position, block_number, block_terms, side, participant_id, content, salt,
          row_hash, demand_ground)
        SELECT ?, 1, 1, '1:2', 'awaited', ?, c, 'salt', sha256('salt'::bytea || convert_to(c::text, 'UTF8')), ?
        FROM (SELECT '{"name": "Вигаданець"}'::jsonb AS c) x
        """;

    assertThat(code(() -> sample.run(row, list, child, null))).isEqualTo("round.child_in_ratio");
    assertThat(code(() -> sample.run(row, list, child, "Так написала інша сторона"))).isEmpty();
    assertThat(code(() -> sample.signTwice("demand", list))).isEmpty();
  }

  @Test
  void proposeTheSlotsAsTheyStand() {
    RoundsSample.Drafted round = sample.drafted();
    UUID list = sample.list(round.round());
    sample.slot(round.block(), sample.awaited());
    sample.signTwice("list", list);
    send(list);

    assertThat(code(() -> sample.move(round.round(), "proposed"))).isEqualTo("round.list_not_sent");
  }

  @Test
  void agreeWhateverOrderAndReservesTheyHave() {
    RoundsSample.Drafted round = sample.drafted();
    sample.slot(round.block(), sample.awaited(), 1);
    sample.propose(round.round());
    sample.answerEqually(round.round());

    assertThat(code(() -> sample.move(round.round(), "agreed"))).isEmpty();
  }
}

package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/// List versions, ours and theirs (scenarios 20 and 21 of the research).
class RoundListsIT extends RoundDesk {
  @Test
  void ourListIsSentWithTwoSignaturesAndAsksForEverybodyOnIt() {
    RoundsSample.Drafted drafted = sample.drafted();

    ListVersion sent = send(drafted.round());

    assertThat(sent.state()).isEqualTo("sent");
    assertThat(sent.n()).isEqualTo(1);
    assertThat(sent.signatures()).hasSize(2);
    assertThat(sample.state("round", drafted.round())).isEqualTo("proposed");
    assertThat(ledger(drafted.round())).containsExactly("asked", "asked");
  }

  @Test
  void aListIsNotSentWithOneSignatureOrTwoOfOneAgency() {
    RoundsSample.Drafted drafted = sample.drafted();
    done(lists.take(RoundsSample.OFFICER, id(drafted.round())));
    ListVersion draft = lists.of(id(drafted.round())).getFirst();
    Signatures signatures = new Signatures(desk, audit);
    done(signatures.sign(RoundsSample.OFFICER, Signatures.Subject.LIST, draft.id(), draft.hash()));

    assertThat(
            codes(
                signatures.sign(
                    RoundsSample.SAME_AGENCY, Signatures.Subject.LIST, draft.id(), draft.hash())))
        .containsExactly("signature.same_agency");
    assertThat(
            codes(
                signatures.sign(
                    RoundsSample.SECOND, Signatures.Subject.LIST, draft.id(), new byte[32])))
        .containsExactly("signature.stale_content");
    assertThat(codes(lists.send(RoundsSample.OFFICER, id(drafted.round()), draft)))
        .containsExactly("list.two_signatures");
    assertThat(new RoundQueue(desk.jdbc()).signatures(RoundsSample.SECOND.agency()))
        .contains(
            new RoundQueue.Signature(
                "list",
                id(drafted.round()),
                rounds.find(id(drafted.round())).orElseThrow().number(),
                1));
    assertThat(new RoundQueue(desk.jdbc()).signatures(RoundsSample.OFFICER.agency()))
        .noneMatch(s -> s.round().equals(id(drafted.round())));
  }

  @Test
  void scenario20TheirAnswerIsImmutableDiffersAsTheyDifferAndInventsNobody() {
    RoundsSample.Drafted drafted = sample.drafted();
    UUID stays = named(sample.awaited(), "Лишаєнко", "1984-04-04");
    sample.slot(drafted.block(), stays);
    ListVersion ours = send(drafted.round());
    List<UUID> others =
        List.of(
            named(sample.awaited(), "Інакшенко", "1981-01-01"),
            named(sample.awaited(), "Замінець", "1982-02-02"),
            named(sample.awaited(), "Навзаменко", "1983-03-03"));

    ListVersion counter =
        receive(
            drafted.round(),
            row(1, drafted.offered()),
            row(1, stays),
            row(1, others.get(0)),
            row(1, others.get(1)),
            row(1, others.get(2)),
            "1,awaited,Ніким Невідомий,1979-09-09",
            "1,awaited,Вигаданець Тест,1990-01-01");

    assertThat(counter.n()).isEqualTo(2);
    assertThat(counter.state()).isEqualTo("received");
    ListDiff diff = lists.diff(ours, counter);
    assertThat(diff.removed())
        .extracting(ListRow::participant)
        .containsExactlyInAnyOrderElementsOf(drafted.awaited());
    assertThat(diff.added())
        .extracting(ListRow::match)
        .containsExactly("linked", "linked", "linked", "unknown", "ambiguous");
    assertThat(diff.same()).isEqualTo(2);
    assertThat(ledger(drafted.round()).stream().filter(kind -> !kind.equals("asked")))
        .containsExactly("countered", "countered", "countered", "refused", "refused");
    assertThat(sample.state("round", drafted.round())).isEqualTo("counter-proposed");
    assertThat(
            code(
                () ->
                    sample.run(
                        "UPDATE exchange.list_row SET match = 'unknown', participant_id = NULL WHERE list_id = ?",
                        counter.id())))
        .isEqualTo("list.immutable");
  }

  @Test
  void anOfficerSaysWhomAnAmbiguousRowMeans() {
    RoundsSample.Drafted drafted = sample.in("proposed");
    UUID meant = named(sample.awaited(), "Двозначенко", "1985-05-05");
    named(sample.awaited(), "Двозначенко", "1986-06-06");
    theirs.read(RoundsSample.OFFICER, id(drafted.round()), csv("1,awaited,Двозначенко Тест,"), "");
    ListVersion draft = lists.of(id(drafted.round())).getFirst();
    ListRow row = lists.rows(draft).getFirst();
    assertThat(row.match()).isEqualTo("ambiguous");
    assertThat(draft.open()).isEqualTo(1);

    List<TheirLists.Choice> choices = theirs.choices(id(drafted.round()), row);
    done(theirs.decide(RoundsSample.OFFICER, id(drafted.round()), draft, 1, meant));

    assertThat(choices).extracting(TheirLists.Choice::id).contains(meant);
    assertThat(lists.rows(draft).getFirst().participant()).isEqualTo(meant);
  }

  @Test
  void theirListBecomesOursAsFarAsTheRulesAllowAndBothAgree() {
    RoundsSample.Drafted drafted = sample.drafted();
    send(drafted.round());
    UUID instead = named(sample.awaited(), "Натомістенко", "1977-07-07");
    UUID reported = named(sample.reported("pow", "ordinary"), "Непідтверденко", "1978-08-08");
    ListVersion counter =
        receive(drafted.round(), row(1, drafted.offered()), row(1, instead), row(1, reported));

    done(new Adoption(desk, audit).adopt(RoundsSample.OFFICER, id(drafted.round()), counter));
    ListVersion third = send(drafted.round());

    assertThat(third.n()).isEqualTo(3);
    assertThat(third.awaited()).isEqualTo(1);
    assertThat(codes(move(drafted.round(), RoundState.AGREED)))
        .contains("round.lists_differ", "round.ratio");
  }

  @Test
  void theSameListInOtherWordsIsTheSame() {
    RoundsSample.Drafted drafted = sample.drafted();
    drafted
        .awaited()
        .forEach(
            person ->
                named(
                    person,
                    "Рівненко",
                    person.equals(drafted.awaited().getFirst()) ? "1970-01-01" : "1971-01-01"));
    ListVersion ours = send(drafted.round());

    ListVersion answer =
        receive(
            drafted.round(),
            "1,В УКРАЇНУ,РІВНЕНКО Тест,01.01.1971",
            "1,в Україну,рівненко тест,25569",
            row(1, drafted.offered()));

    assertThat(answer.open()).isZero();
    assertThat(answer.canonical()).isEqualTo(ours.canonical());
    assertThat(sample.state("round", drafted.round())).isEqualTo("proposed");
    done(move(drafted.round(), RoundState.AGREED));
    assertThat(ledger(drafted.round())).containsExactly("accepted", "accepted", "asked", "asked");
  }

  @Test
  void aChildOnTheirListIsTheirDemandWithAGroundOfOurs() {
    RoundsSample.Drafted drafted = sample.in("proposed");
    UUID child = sample.reported("child", "ordinary");
    sample.run(
        "UPDATE exchange.awaited SET family_uk = 'Малюченко', family_ru = 'Малюченко' WHERE id = ?",
        child);
    byte[] file = csv(row(1, child));

    assertThat(theirs.read(RoundsSample.OFFICER, id(drafted.round()), file, ""))
        .isEqualTo(new TheirLists.Reading.GroundNeeded(1));
    assertThat(
            theirs.read(
                RoundsSample.OFFICER, id(drafted.round()), file, "Вимагають під час переговорів"))
        .isInstanceOf(TheirLists.Reading.Drafted.class);
    assertThat(lists.of(id(drafted.round())).getFirst().demands()).isEqualTo(1);
  }

  @Test
  void whatCannotBeReadIsSaidByCellAndNothingIsWritten() {
    RoundsSample.Drafted drafted = sample.in("proposed");

    TheirLists.Reading reading =
        theirs.read(
            RoundsSample.OFFICER,
            id(drafted.round()),
            csv("перший,awaited,Хтось,", "1,хтозна,Хтось,31.02.1990"),
            "");

    assertThat(reading)
        .isEqualTo(
            new TheirLists.Reading.Wrong(
                List.of(
                    new TheirLists.Fault(2, "block", "column-number", "перший"),
                    new TheirLists.Fault(3, "side", "column-not-one-of", "хтозна"),
                    new TheirLists.Fault(3, "born", "column-date", "31.02.1990"))));
    assertThat(
            theirs.read(
                RoundsSample.OFFICER,
                id(drafted.round()),
                "MZ\0\0".getBytes(StandardCharsets.UTF_8),
                ""))
        .isInstanceOf(TheirLists.Reading.NoTable.class);
    assertThat(lists.of(id(drafted.round()))).hasSize(1);
  }

  @Test
  void aSpreadsheetIsReadAsATable() throws IOException {
    RoundsSample.Drafted drafted = sample.in("proposed");
    UUID person = named(sample.awaited(), "Табличенко", "1969-06-06");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("1");
      List<List<String>> rows =
          List.of(
              List.of("Block", "Side", "Name", "Born"),
              List.of("1", "awaited", "Табличенко Тест", "06.06.1969"));
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < 4; c++) {
          sheet.value(r, c, rows.get(r).get(c));
        }
      }
    }

    theirs.read(RoundsSample.OFFICER, id(drafted.round()), out.toByteArray(), "");

    assertThat(lists.rows(lists.of(id(drafted.round())).getFirst()))
        .extracting(ListRow::participant)
        .containsExactly(person);
  }
}

package svoi.exchange.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nobody can be told from the report on equal treatment (R17).
class EqualityReportTest {
  private static List<Equality.Line> lines(
      String region, int published, int unpublished, int days) {
    List<Equality.Line> lines = new ArrayList<>();
    for (int i = 0; i < published + unpublished; i++) {
      lines.add(new Equality.Line("m", region, i < published, i % 2 == 0, false, days));
    }
    return lines;
  }

  private static EqualityReport.Table byRegion(List<Equality.Line> lines) {
    return EqualityReport.Table.of(lines, Equality.Line::region);
  }

  @Test
  void groupsWithFewerThanFiveOnATrackArePutTogether() {
    List<Equality.Line> all = lines("A", 9, 8, 70);
    all.addAll(lines("B", 9, 3, 70));
    all.addAll(lines("C", 2, 7, 70));

    EqualityReport.Table table = byRegion(all);

    assertThat(table.rows())
        .extracting(EqualityReport.Row::group)
        .containsExactly("A", EqualityReport.TOGETHER);
    assertThat(table.together()).containsExactlyInAnyOrder("B", "C");
    assertThat(table.rows())
        .allMatch(row -> row.published().persons() >= 5 && row.unpublished().persons() >= 5);
  }

  @Test
  void aSmallRestTakesTheNextGroupWithIt() {
    List<Equality.Line> all = lines("A", 9, 8, 70);
    all.addAll(lines("B", 9, 6, 70));
    all.addAll(lines("C", 1, 0, 70));

    assertThat(byRegion(all).rows())
        .extracting(EqualityReport.Row::group)
        .containsExactly("A", EqualityReport.TOGETHER);
  }

  @Test
  void aTableThatWouldStillTellOfFewIsEmpty() {
    assertThat(byRegion(lines("A", 9, 4, 70)).rows()).isEmpty();
    assertThat(byRegion(List.of()).rows()).isEmpty();
  }

  @Test
  void sharesAreInTensAndOfTwentyPersonsOrMore() {
    EqualityReport.Row row = byRegion(lines("A", 21, 19, 71)).rows().getFirst();

    assertThat(row.published().listed()).contains(50);
    assertThat(row.unpublished().listed()).isEmpty();
    assertThat(row.published().weeks()).isEqualTo(10);
  }

  @Test
  void halfAYearBetweenTheTracksIsAnAlert() {
    List<Equality.Line> fair = lines("A", 30, 30, 70);
    List<Equality.Line> unfair = lines("A", 30, 0, 70);
    unfair.addAll(lines("A", 0, 30, 270));

    assertThat(byRegion(fair).rows().getFirst().isApart()).isFalse();
    assertThat(byRegion(unfair).rows().getFirst().isApart()).isTrue();
  }
}

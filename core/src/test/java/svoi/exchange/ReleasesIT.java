package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import svoi.platform.Role;

/// Figures are released when they change, stay readable as they were, and are sums of outcomes.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleasesIT extends InventedRounds {
  private Releases releases;
  private Statistics statistics;
  private AnnouncedRound announced;
  private UUID round = new UUID(0, 0);

  @BeforeAll
  void open() {
    releases = new Releases(database.as(Role.DESK));
    statistics = new Statistics(database.as(Role.SITE).jdbc());
    announced = new AnnouncedRound(database, sample);
  }

  @Test
  @Order(1)
  void beginWithTheOpeningBalanceAndItsSource() {
    assertThat(statistics.latest()).isEmpty();
    assertThat(releases.writeChanged()).isOne();
    assertThat(releases.writeChanged()).as("nothing changed").isZero();

    Figures figures = real();
    assertThat(figures.totalExchanges()).isEqualTo(54);
    assertThat(figures.totalReturned()).isEqualTo(3_405);
    assertThat(figures.opening())
        .isEqualTo(
            new Figures.Opening(
                LocalDate.of(2024, 7, 25),
                54,
                3_405,
                "SBU spokesman at the launch of the project"));
    assertThat(statistics.invented()).isEmpty();
  }

  /// Scenario 28.
  @Test
  @Order(2)
  void aRoundOfTenMakesFiftyFiveAndThreeThousandFourHundredAndFifteen() {
    round = announced.real(10);
    assertThat(releases.writeChanged()).isOne();

    Figures figures = real();
    assertThat(figures.totalExchanges()).isEqualTo(55);
    assertThat(figures.totalReturned()).isEqualTo(3_415);
    assertThat(figures.rounds()).singleElement().extracting(Figures.Round::id).isEqualTo(round);
    assertThat(figures.rounds().stream().mapToInt(Figures.Round::returned).sum())
        .isEqualTo((int) figures.returned());
  }

  @Test
  @Order(3)
  void aReleaseTellsThePagesThatCount() {
    UUID last = statistics.latest().orElseThrow().id();
    assertThat(
            database
                .superuser()
                .sql("SELECT count(*) FROM platform.publication_log WHERE person_id = ?")
                .param(last)
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  @Order(4)
  void thePartsOfARoundAreToldFromTheThirdDayOn() {
    assertThat(real().rounds().getFirst().split()).isEqualTo(Figures.Split.LATER);
    database.moveClock(Duration.ofDays(3));
    assertThat(releases.writeChanged()).isOne();
    assertThat(real().rounds().getFirst().military()).isEqualTo(10);
    assertThat(real().rounds().getFirst().civilian()).isZero();
  }

  /// Scenario 29.
  @Test
  @Order(5)
  void aCorrectionTakesOneFromTodayAndNothingFromYesterday() {
    LocalDate yesterday = today(Duration.ofDays(5));
    database.moveClock(Duration.ofDays(6));
    UUID correction = sample.correction(announced.home(round).getFirst());
    sample.sign("correction", correction, RoundsSample.OFFICER);
    releases.writeChanged();
    assertThat(real().totalReturned()).as("one signature").isEqualTo(3_415);

    sample.sign("correction", correction, RoundsSample.SECOND);
    assertThat(releases.writeChanged()).isOne();

    assertThat(real().totalReturned()).isEqualTo(3_414);
    assertThat(real().corrections())
        .singleElement()
        .extracting(Figures.Correction::change)
        .isEqualTo(-1);
    assertThat(real().rounds().getFirst().split()).isEqualTo(Figures.Split.WITHHELD);
    Figures then = statistics.asOf(yesterday, false).orElseThrow().figures();
    assertThat(then.totalReturned()).isEqualTo(3_415);
    assertThat(then.corrections()).isEmpty();
  }

  /// Scenario 30: what the site can read of a round with three civilians.
  @Test
  @Order(6)
  void aSmallPartOfARoundIsNowhereInWhatTheSiteReads() {
    announced.invented(20, 3);
    database.moveClock(Duration.ofDays(4));
    assertThat(releases.writeChanged()).isPositive();

    Figures figures = statistics.invented().orElseThrow().figures();
    assertThat(figures.rounds())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.returned()).isEqualTo(23);
              assertThat(one.split()).isEqualTo(Figures.Split.WITHHELD);
              assertThat(one.civilian()).isNull();
            });
    List<List<Figures.Cell>> cells = Objects.requireNonNull(figures.held()).cells();
    assertThat(cells.get(1)).noneMatch(cell -> cell.value() > 0);
    assertThat(cells.get(1).getLast().sight()).isEqualTo(Figures.Sight.FEW);
    assertThat(cells.getFirst().getLast().sight())
        .as("else three would follow")
        .isEqualTo(Figures.Sight.WITHHELD);
  }

  @Test
  @Order(7)
  void inventedRoundsStandApart() {
    database.moveClock(Duration.ofDays(6));
    releases.writeChanged();

    assertThat(real().totalReturned()).isEqualTo(3_414);
    assertThat(statistics.invented().orElseThrow().figures().opening()).isNull();
    assertThat(statistics.invented().orElseThrow().figures().totalReturned()).isEqualTo(23);
  }

  @Test
  @Order(8)
  void figuresThatAreNotTheSumsAreRefused() {
    assertThat(
            code(
                () ->
                    sample.run(
                        """
                        INSERT INTO exchange.statistic_release (id, method_version, as_of, demo, outcome_root, figures)
                        SELECT gen_random_uuid(), '1', platform.now(), false, exchange.outcome_root(platform.now(), false),
                          jsonb_set(figures, '{returned}', '12')
                        FROM exchange.v_public_release WHERE NOT demo ORDER BY as_of DESC LIMIT 1
                        """)))
        .isEqualTo("release-sums-its-outcomes");
  }

  private Figures real() {
    return statistics.latest().orElseThrow().figures();
  }

  private LocalDate today(Duration shift) {
    database.moveClock(shift);
    return sample.today();
  }
}

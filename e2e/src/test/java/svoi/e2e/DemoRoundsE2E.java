package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.exchange.Figures;
import svoi.exchange.RoundState;
import svoi.exchange.Statistics;
import svoi.platform.Database;
import svoi.platform.Language;
import svoi.platform.Role;

/// The invented exchanges of a demo: something of everything, and nothing of it in a real figure.
class DemoRoundsE2E {
  private final Program program = Program.running();
  private final JdbcClient desk = program.as(Role.DESK).jdbc();
  private final Database site = program.as(Role.SITE);

  @Test
  void thereIsARoundInEachState() {
    List<String> states = Arrays.stream(RoundState.values()).map(RoundState::code).toList();

    assertThat(all("SELECT DISTINCT state FROM exchange.round WHERE framework = 'Вигадана рамка'"))
        .containsExactlyInAnyOrderElementsOf(states);
    assertThat(count("exchange.round WHERE demo AND framework = 'Вигадана рамка'")).isEqualTo(12);
    assertThat(count("exchange.round WHERE NOT demo")).isZero();
  }

  @Test
  void theTourLeadsToARoundInEachState() {
    for (Language language : Language.values()) {
      String page = program.http().get("/" + language.code() + "/demo").text();
      for (RoundState state : RoundState.values()) {
        assertThat(page).contains("/desk/rounds/" + program.tour("round-" + state.code()));
      }
    }
  }

  @Test
  void noInventedRoundCountsInARealFigure() {
    assertThat(
            desk.sql(
                    """
                    SELECT concat_ws('/', exchanges, returned, returned_outside, departed, total_exchanges, total_returned)
                    FROM exchange.v_public_total WHERE NOT demo
                    """)
                .query(String.class)
                .single())
        .isEqualTo("0/0/0/0/54/3405");
    assertThat(count("exchange.v_public_total WHERE demo AND returned > 0 AND departed > 0"))
        .isEqualTo(1);
  }

  @Test
  void theSiteReadsThemReleasedAndApart() {
    Statistics released = new Statistics(site.jdbc());
    Figures real = released.latest().orElseThrow().figures();
    Figures invented = released.invented().orElseThrow().figures();

    assertThat(real.totalReturned()).isEqualTo(3_405);
    assertThat(real.rounds()).isEmpty();
    assertThat(invented.rounds()).hasSize(4);
    assertThat(invented.corrections()).hasSize(1);
  }

  @Test
  void theLedgerHasAnswersOfEachKind() {
    assertThat(all("SELECT DISTINCT kind FROM exchange.response_entry"))
        .containsExactlyInAnyOrder(
            "asked",
            "reminded",
            "no-answer",
            "refused",
            "accepted",
            "countered",
            "delivered",
            "broken",
            "substituted");
    assertThat(
            count(
                "exchange.response_entry WHERE round_id IS NULL AND kind NOT IN ('asked', 'reminded')"))
        .isEqualTo(60);
  }

  @Test
  void fewOfTheRegisterLeave() {
    assertThat(count("exchange.v_departed")).isBetween(1, 40);
  }

  private int count(String from) {
    return desk.sql("SELECT count(*) FROM " + from).query(Integer.class).single();
  }

  private List<String> all(String sql) {
    return desk.sql(sql).query(String.class).list();
  }
}

package svoi.e2e;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.exchange.answers.AnswerLists;
import svoi.exchange.answers.Requests;
import svoi.exchange.answers.Taken;
import svoi.platform.Role;

/// Invented persons who may be offered or are awaited, and letters about them, in the running demo.
final class SampleOffers {
  private static final SampleOffers MADE = new SampleOffers();

  private final JdbcClient jdbc = Program.running().as(Role.DESK).jdbc();
  private final UUID offered;
  private final String family;
  private final String request;
  private final String letter;

  private SampleOffers() {
    SampleRound.proposed();
    offered =
        one(
            UUID.class,
            "SELECT id FROM exchange.offered WHERE person_id IS NOT NULL ORDER BY id LIMIT 1");
    family =
        one(String.class, "SELECT family_uk FROM exchange.v_offer WHERE id = '" + offered + "'");
    LocalDate today = one(LocalDate.class, "SELECT platform.today()");
    request = "/desk/requests/" + asked(today);
    letter = "/desk/answers/lists/" + answered(today);
  }

  private <T> T one(Class<T> type, String sql) {
    return jdbc.sql(sql).query(type).single();
  }

  private UUID asked(LocalDate today) {
    String table = "name,born\n" + family + ",\nНіхто Умовний,01.01.1970\n";
    Taken taken =
        Program.running()
            .bean("requests", Requests.class)
            .take(
                UUID.randomUUID(),
                new Requests.Entry("list", "icrc", "Е-5", today),
                table.getBytes(StandardCharsets.UTF_8),
                today,
                SampleRound.officer());
    return in(taken);
  }

  private UUID answered(LocalDate today) {
    String table = "name,answer,ground\nОчікуваненко Зразок,refused,not-held\n";
    Taken taken =
        Program.running()
            .bean("answerLists", AnswerLists.class)
            .take(
                UUID.randomUUID(),
                new AnswerLists.Entry("icrc", "Е-6", today),
                table.getBytes(StandardCharsets.UTF_8),
                today,
                SampleRound.officer());
    return in(taken);
  }

  private static UUID in(Taken taken) {
    if (taken instanceof Taken.In in) {
      return in.id();
    }
    throw new AssertionError(taken.toString());
  }

  /// One who may be offered.
  static String offered() {
    return "/desk/offers/" + MADE.offered;
  }

  /// Their family name.
  static String family() {
    return MADE.family;
  }

  /// Somebody awaited, in the ledger.
  static String awaited() {
    return "/desk/answers/persons/"
        + MADE.one(
            UUID.class,
            "SELECT id FROM exchange.awaited WHERE family_uk = 'Очікуваненко' ORDER BY id LIMIT 1");
  }

  /// A list with which the other side asks for two persons.
  static String request() {
    return MADE.request;
  }

  /// A letter that answers about somebody whom several may be.
  static String letter() {
    return MADE.letter;
  }
}

package svoi.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import svoi.exchange.RoundId;
import svoi.exchange.RoundState;
import svoi.register.imports.Column;

/// The invented exchanges of a demo: who is awaited, who may be offered, twelve rounds, what the
/// other side was asked and answered. All of it happens on its own day, with the clock moved back.
final class DemoExchanges {
  /// For each invented person of the register: 5,000 awaited in a demo of 2,000.
  private static final double AWAITED = 2.5;

  private static final String ALONE =
      """
      SELECT n.id FROM exchange.v_need n
      WHERE n.id = ANY (:ids) AND n.round_id IS NULL AND n.family_group_id IS NULL ORDER BY n.id
      """;

  private final DemoOffice office;
  private final DemoTimeline timeline;
  private final DemoAwaited awaited;
  private final DemoFates fates;
  private final DemoOffers offers;
  private final DemoAnswers answers;
  private final DemoRequests requests;
  private final DemoRounds rounds;
  private final DemoRounds.Pool earlier = new DemoRounds.Pool();
  private final DemoRounds.Pool spring = new DemoRounds.Pool();
  private final DemoRounds.Pool summer = new DemoRounds.Pool();
  private final DemoRounds.Pool captives = new DemoRounds.Pool();

  /// @param owner the role that may move the clock
  DemoExchanges(DataSource owner, DemoOffice office) {
    this.office = office;
    this.timeline = new DemoTimeline(owner);
    this.awaited = new DemoAwaited(office);
    this.fates = new DemoFates(office);
    this.offers = new DemoOffers(office);
    this.answers = new DemoAnswers(office);
    this.requests = new DemoRequests(office);
    this.rounds = new DemoRounds(office, offers, timeline);
  }

  /// Convicted persons of the register, by the time at which their consents were entered.
  record Convicted(
      List<Map<Column, String>> earlier,
      List<Map<Column, String>> spring,
      List<Map<Column, String>> summer,
      List<Map<Column, String>> latest) {}

  /// Loads everything.
  ///
  /// @param persons of the register
  /// @return a round in each state
  Map<RoundState, RoundId> load(int persons, Convicted convicted) {
    int sought = (int) (persons * AWAITED);
    awaited(sought);
    offered(convicted, persons);
    answers();
    rounds.plan(earlier, spring, summer, captives);
    rounds.lastStage(summer, captives);
    timeline.run();
    office.release();
    return rounds.tour();
  }

  private void awaited(int sought) {
    List<Map<String, Object>> first = new ArrayList<>();
    List<Map<String, Object>> second = new ArrayList<>();
    timeline.on(130, () -> first.addAll(awaited.enter(sought * 3 / 5, 130)));
    timeline.on(128, () -> awaited.confirm(first));
    timeline.on(26, () -> second.addAll(awaited.enter(sought * 2 / 5, 26)));
    timeline.on(25, () -> awaited.confirm(second));
    timeline.on(21, () -> twins(first.subList(first.size() / 2, first.size() / 2 + 12)));
    timeline.on(40, () -> ends(first.subList(first.size() * 3 / 4, first.size())));
    List<UUID> apart = new ArrayList<>();
    timeline.on(
        91,
        () ->
            Stream.concat(
                    awaited.where(Map.of("category", "child")).stream().limit(sought / 100),
                    awaited.where(Map.of("condition", "gravely-wounded")).stream()
                        .limit(sought / 200))
                .forEach(apart::add));
    fates.returns(timeline, apart);
  }

  private void twins(List<Map<String, Object>> of) {
    List<UUID> kept = of.stream().map(row -> (UUID) row.get("id")).toList();
    List<UUID> twins = awaited.enterTwins(of).stream().map(row -> (UUID) row.get("id")).toList();
    fates.merge(kept, twins);
  }

  private void ends(List<Map<String, Object>> of) {
    List<UUID> all = of.stream().map(row -> (UUID) row.get("id")).toList();
    List<UUID> ids = office.ids(ALONE, Map.of("ids", DemoOffice.array(all)));
    int part = ids.size() / 25;
    fates.end(ids.subList(0, part), "released-otherwise");
    fates.end(ids.subList(part, 2 * part), "died-in-captivity");
    fates.end(ids.subList(part, part + part / 3), "body-returned");
    fates.end(ids.subList(2 * part, 3 * part), "not-captive");
  }

  private void offered(Convicted convicted, int persons) {
    timeline.on(118, () -> captives.fill(asked(offers.enterCaptives(90, 118))));
    timeline.on(118, () -> earlier.fill(asked(register(convicted.earlier(), 13))));
    timeline.on(58, () -> spring.fill(asked(register(convicted.spring(), 8))));
    timeline.on(20, () -> summer.fill(asked(register(convicted.summer(), 40))));
    timeline.on(1, () -> variety(register(convicted.latest(), persons / 20)));
  }

  private List<UUID> asked(List<UUID> offered) {
    offers.ask(offered);
    return offered;
  }

  private List<UUID> register(List<Map<Column, String>> rows, int count) {
    return offers.register(
        rows.reversed().stream().limit(count).map(row -> row.get(Column.CASE_NUMBER)).toList());
  }

  /// Some for every reason why one is not available.
  private void variety(List<UUID> all) {
    int part = all.size() / 10;
    offers.identify(all.subList(2 * part, all.size()));
    offers.askAboutFear(all.subList(part, 7 * part), "no");
    offers.askAboutFear(all.subList(7 * part, 8 * part), "yes");
    offers.askAboutFear(all.subList(8 * part, 9 * part), "unknown");
    offers.note(all.subList(7 * part, 7 * part + part / 2), "may-go");
    offers.note(all.subList(8 * part, 8 * part + part / 2), "may-not");
    offers.bar(all.subList(3 * part, 3 * part + part / 2), "other-proceedings");
    offers.examine(all.subList(4 * part, 6 * part), "fit");
    offers.examine(all.subList(6 * part, 6 * part + 1), "not-fit");
    offers.request(all.subList(4 * part, 8 * part));
    offers.instrument(all.subList(5 * part, 8 * part), "requested", "filed");
    offers.instrument(all.subList(5 * part, 7 * part), "filed", "granted");
    offers.instrument(all.subList(5 * part, 6 * part), "granted", "in-force");
    offers.instrument(all.subList(7 * part, 7 * part + part / 2), "filed", "refused");
    offers.reconfirm(all.subList(5 * part, 5 * part + part / 2));
  }

  /// Sixty answers outside of rounds: refused, accepted, countered, or none until the deadline.
  private void answers() {
    List<UUID> lists = new ArrayList<>();
    timeline.on(100, () -> lists.add(answers.take()));
    timeline.on(99, () -> answers.send(lists.get(0), "other-side"));
    timeline.on(99, () -> answers.ask(lists.get(0), 60));
    timeline.on(94, () -> answers.say(lists.get(0), "reminded", 18));
    timeline.on(92, () -> answers.say(lists.get(0), "refused", 26));
    timeline.on(90, () -> answers.say(lists.get(0), "countered", 10));
    timeline.on(88, () -> answers.say(lists.get(0), "accepted", 8));
    timeline.on(84, answers::noteSilence);
    timeline.on(22, () -> lists.add(answers.take()));
    timeline.on(22, () -> answers.send(lists.get(1), "icrc"));
    timeline.on(5, () -> answers.ask(lists.get(1), 12));
    timeline.on(1, answers::take);
    requests();
  }

  private void requests() {
    List<UUID> received = new ArrayList<>();
    timeline.on(70, () -> received.add(requests.receive("list", "direct", 9)));
    timeline.on(60, () -> requests.answer(received.get(0)));
    timeline.on(55, () -> requests.move(received.get(0), "closed"));
    timeline.on(30, () -> received.add(requests.receive("letter", "icrc", 4)));
    timeline.on(28, () -> requests.answer(received.get(1)));
    timeline.on(6, () -> received.add(requests.receive("list", "mediator", 6)));
    timeline.on(4, () -> requests.move(received.get(2), "authenticated"));
    timeline.on(1, () -> received.add(requests.receive("letter", "relatives", 1)));
  }
}

package svoi.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import svoi.exchange.AwaitedId;
import svoi.exchange.Ledger;
import svoi.exchange.answers.Answers;
import svoi.exchange.needs.NeedLists;
import svoi.staff.Member;

/// What goes to the other side and comes back outside of rounds: need lists, and the ledger of
/// whom it was asked for and what it said.
final class DemoAnswers {
  /// A few of a list; the desk asks for one person, or for everybody on a list.
  private static final String ASK =
      """
      INSERT INTO exchange.response_entry (id, awaited_id, kind, occurred_on, due_on, need_list_id, recorded_by, agency)
      SELECT gen_random_uuid(), n.id, 'asked', platform.today(), platform.today() + 14, :list, :by, :agency
      FROM exchange.v_need n JOIN exchange.need_row r ON r.awaited_id = n.id AND r.need_list_id = :list
      WHERE n.state = 'confirmed' AND n.round_id IS NULL
      ORDER BY n.held_since DESC, n.id LIMIT :count
      """;

  /// The next who were asked for with this list and have no answer.
  private static final String UNANSWERED =
      """
      SELECT e.awaited_id, e.id, platform.today() FROM exchange.response_entry e
      WHERE e.kind = 'asked' AND e.need_list_id = :list AND NOT EXISTS (
        SELECT FROM exchange.response_entry r WHERE r.asked_id = e.id AND r.kind IN ('refused', 'accepted', 'countered'))
      ORDER BY e.awaited_id LIMIT :count
      """;
  private static final List<String> GROUNDS =
      List.of(
          "not-held",
          "not-a-prisoner-of-war",
          "convicted-there",
          "unit",
          "wants-another",
          "none-given");

  private final DemoOffice office;
  private final NeedLists lists;
  private final Answers answers;

  DemoAnswers(DemoOffice office) {
    this.office = office;
    this.lists = new NeedLists(office.desk(), office.audit());
    this.answers = new Answers(office.desk(), office.audit(), office.vault());
  }

  private record Asking(AwaitedId person, UUID id, LocalDate today) {}

  /// Takes a need list that one agency has signed.
  UUID take() {
    UUID list = lists.take(DemoOffice.ROUNDS);
    sign(list, DemoOffice.ROUNDS);
    return list;
  }

  /// The second agency signs it, and it is sent.
  void send(UUID list, String to) {
    sign(list, DemoOffice.SECOND);
    DemoOffice.done(lists.send(list, to, DemoOffice.ROUNDS));
  }

  private void sign(UUID list, Member by) {
    String hash = lists.find(list, by).orElseThrow().hash();
    DemoOffice.done(lists.sign(list, hash, by));
  }

  /// Asks for some of the list; the other side has fourteen days.
  void ask(UUID list, int count) {
    office.run(ASK, Map.of("list", list, "count", count));
  }

  /// A reminder of ours, or an answer of theirs, to so many askings of the list.
  void say(UUID list, String kind, int count) {
    List<Asking> next =
        office
            .desk()
            .jdbc()
            .sql(UNANSWERED)
            .params(Map.of("list", list, "count", count))
            .query(
                (row, n) ->
                    new Asking(
                        new AwaitedId(row.getObject(1, UUID.class)),
                        row.getObject(2, UUID.class),
                        row.getObject(3, LocalDate.class)))
            .list();
    for (int i = 0; i < next.size(); i++) {
      say(next.get(i), kind, kind.equals("refused") ? GROUNDS.get(i % GROUNDS.size()) : null);
    }
  }

  private void say(Asking asking, String kind, @Nullable String ground) {
    Answers.Said said = new Answers.Said(kind, asking.today(), ground);
    DemoOffice.done(answers.say(asking.person(), asking.id(), said, null, DemoOffice.ROUNDS));
  }

  /// The timer notes who was not answered.
  void noteSilence() {
    new Ledger(office.desk().jdbc()).noteSilence();
  }
}

package svoi.bench.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.exchange.Block;
import svoi.exchange.Blocks;
import svoi.exchange.BoardSlot;
import svoi.exchange.Condition;
import svoi.exchange.ListDiff;
import svoi.exchange.ListVersion;
import svoi.exchange.Readiness;
import svoi.exchange.Round;
import svoi.exchange.RoundId;
import svoi.exchange.RoundLists;
import svoi.exchange.RoundState;
import svoi.exchange.RoundTerms;
import svoi.exchange.Rounds;
import svoi.exchange.Side;
import svoi.exchange.Signatures;
import svoi.exchange.Slots;
import svoi.exchange.Transitions;
import svoi.platform.DatabaseClock;

/// A round of two thousand slots: negotiated in three list versions, prepared, and read as its page
/// reads it.
final class BigRound {
  private static final int EACH_SIDE = 1_000;

  /// How many of each side the other side leaves out in its first list.
  private static final int LEFT_OUT = 40;

  /// Of families nobody: some are not to be torn apart.
  private static final String LONE =
      """
      SELECT n.id FROM exchange.v_need n
      WHERE n.state = 'confirmed' AND n.round_id IS NULL AND n.family_group_id IS NULL
      ORDER BY n.held_since, n.id LIMIT ?
      """;
  private static final String THEIRS =
      """
      INSERT INTO exchange.list (id, round_id, n, author, file_sha256, made_by, agency)
      VALUES (?, ?, 0, 'theirs', sha256('file'), ?, ?)
      """;
  private static final String ROWS =
      """
      INSERT INTO exchange.list_row (list_id, position, block_number, block_terms, side, match, participant_id, content,
        salt, row_hash)
      SELECT ?, r.position, r.block_number, r.block_terms, r.side, x.match,
             CASE x.match WHEN 'linked' THEN r.participant_id END, r.content, r.salt, r.row_hash
      FROM (SELECT r.*, row_number() OVER (PARTITION BY r.side ORDER BY md5(r.participant_id::text)) AS drawn
            FROM exchange.list_row r WHERE r.list_id = ?) r
      CROSS JOIN LATERAL (SELECT CASE WHEN r.drawn <= ? THEN 'unknown' ELSE 'linked' END AS match) x
      """;

  private final Office office;
  private final JdbcClient jdbc;
  private final Rounds rounds;
  private final Blocks blocks;
  private final Slots slots;
  private final RoundLists lists;
  private final Readiness readiness;
  private final Transitions transitions;
  private final RoundId id = new RoundId(UUID.randomUUID());

  BigRound(Office office) {
    this.office = office;
    this.jdbc = office.desk().jdbc();
    this.rounds = new Rounds(office.desk(), office.audit(), office.keys());
    this.blocks = new Blocks(office.desk(), office.audit());
    this.slots = new Slots(office.desk(), office.audit(), new DatabaseClock());
    this.lists = new RoundLists(office.desk(), office.audit());
    this.readiness = new Readiness(jdbc);
    this.transitions = new Transitions(jdbc);
  }

  /// Brings the round to the days before its handover.
  void prepare() {
    LocalDate today = jdbc.sql("SELECT platform.today()").query(LocalDate.class).single();
    rounds.open(
        office.first(), id, new RoundTerms("Benchmark", null, null, null, today.plusDays(2)));
    Office.done(blocks.add(office.first(), id, new Block.Terms(1, 1, null, null, null)));
    Block block = blocks.of(id).getFirst();
    List<UUID> awaited = jdbc.sql(LONE).param(EACH_SIDE).query(UUID.class).list();
    Office.done(slots.add(office.first(), id, block.id(), awaited, false));
    Round round = rounds.find(id).orElseThrow();
    Office.done(slots.addFirst(office.first(), round, block, Side.OFFERED, EACH_SIDE).moved());
    answer(send(), LEFT_OUT);
    answer(send(), 0);
    move(RoundState.PROPOSED, RoundState.AGREED);
    move(RoundState.AGREED, RoundState.PREPARING);
  }

  private ListVersion send() {
    Office.done(lists.take(office.first(), id));
    ListVersion draft = lists.of(id).getFirst();
    Signatures signatures = new Signatures(office.desk(), office.audit());
    for (var officer : office.officers().subList(0, 2)) {
      Office.done(signatures.sign(officer, Signatures.Subject.LIST, draft.id(), draft.hash()));
    }
    Office.done(lists.send(office.first(), id, draft));
    return draft;
  }

  /// Their list: ours, but for some of each side who are unknown in it.
  private void answer(ListVersion ours, int leftOut) {
    UUID list = UUID.randomUUID();
    jdbc.sql(THEIRS)
        .params(list, id.value(), office.first().id().value(), office.first().agency())
        .update();
    jdbc.sql(ROWS).params(list, ours.id(), leftOut).update();
    Office.done(lists.receive(office.first(), id, lists.of(id).getFirst()));
  }

  private void move(RoundState seen, RoundState to) {
    Office.done(rounds.move(office.first(), id, seen, to, null));
  }

  void measure(Goals goals, int calls) {
    goals.time("round of 2,000 slots, opened", calls, 1_000, i -> open());
    goals.time("its board, any page", calls, 1_000, i -> board(BoardSlot.Wanted.ALL, i % 40 * 50));
    goals.time("its board, what is missing", calls, 1_000, i -> board(missing(i), 0));
    goals.time("diff of two 2,000-person versions", calls, 300, i -> compare());
  }

  /// What the page of a round reads, with its row in the audit log.
  private void open() {
    Round round = rounds.find(id).orElseThrow();
    office.audit().append(office.first().actor(), "desk.round", java.util.Set.of(id.value()), "");
    boolean whole =
        !transitions.of("round").isEmpty()
            && !rounds.obstacles(round, RoundState.EXECUTING).isEmpty()
            && blocks.of(id).size() == 1
            && lists.of(id).size() == 4
            && !rounds.steps(id).isEmpty()
            && readiness.tally(id).slots() == 2 * EACH_SIDE;
    if (!whole) {
      throw new IllegalStateException("another round");
    }
  }

  private static BoardSlot.Wanted missing(int i) {
    Condition[] all = Condition.values();
    return new BoardSlot.Wanted(null, null, all[i % all.length], true);
  }

  private void board(BoardSlot.Wanted wanted, int offset) {
    var page = readiness.board(id, wanted, offset, 50);
    var ids = page.stream().map(slot -> slot.participant()).toList();
    office.audit().append(office.first().actor(), "desk.round-board", ids, "");
  }

  private void compare() {
    ListDiff diff = lists.diff(lists.find(id, 1).orElseThrow(), lists.find(id, 2).orElseThrow());
    if (diff.removed().size() != 2 * LEFT_OUT) {
      throw new IllegalStateException(diff.removed().size() + " removed");
    }
  }
}

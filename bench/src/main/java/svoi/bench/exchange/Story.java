package svoi.bench.exchange;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.exchange.AwaitedId;
import svoi.exchange.Block;
import svoi.exchange.Blocks;
import svoi.exchange.Corrections;
import svoi.exchange.Handovers;
import svoi.exchange.ListVersion;
import svoi.exchange.Outcome;
import svoi.exchange.Protocol;
import svoi.exchange.Round;
import svoi.exchange.RoundId;
import svoi.exchange.RoundLists;
import svoi.exchange.RoundState;
import svoi.exchange.RoundTerms;
import svoi.exchange.Rounds;
import svoi.exchange.SheetLine;
import svoi.exchange.Side;
import svoi.exchange.Signatures;
import svoi.exchange.SlotState;
import svoi.exchange.Slots;
import svoi.platform.DatabaseClock;
import svoi.platform.Vault;
import svoi.staff.Member;

/// What happens to a round of three for three, each act by its service; the next one follows from
/// what the database says, so that whoever comes after a kill goes on where it stopped.
final class Story {
  private static final byte[] SCAN = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);
  private static final int EACH_SIDE = 3;
  private static final String FREE_OFFERED =
      """
      SELECT v.id FROM exchange.v_offer v
      WHERE v.kind = 'convicted' AND NOT v.file_closed AND v.round_id IS NULL AND v.custody_until IS NULL
        AND v.willing_until > platform.today() + 2 AND v.reconfirmed_at IS NOT NULL AND v.instrument_fits
        AND NOT EXISTS (SELECT FROM exchange.outcome o WHERE o.participant_id = v.id)
      ORDER BY v.id LIMIT ?
      """;
  private static final String FREE_AWAITED =
      """
      SELECT n.id FROM exchange.v_need n
      WHERE n.state = 'confirmed' AND n.round_id IS NULL AND n.family_group_id IS NULL
        AND NOT EXISTS (SELECT FROM exchange.outcome o WHERE n.id IN (o.participant_id, o.delivered_id))
        AND NOT EXISTS (SELECT FROM exchange.sheet_line l WHERE l.instead_id = n.id)
      ORDER BY n.id LIMIT ?
      """;
  private static final String THEIRS =
      """
      WITH list AS (
        INSERT INTO exchange.list (id, round_id, n, author, file_sha256, made_by, agency)
        VALUES (:id, :round, 0, 'theirs', sha256('file'), :by, :agency) RETURNING id)
      INSERT INTO exchange.list_row (list_id, position, block_number, block_terms, side, participant_id, content, salt, row_hash)
      SELECT :id, r.position, r.block_number, r.block_terms, r.side, r.participant_id, r.content, r.salt, r.row_hash
      FROM exchange.list_row r WHERE r.list_id = :ours
      """;

  private final Office office;
  private final JdbcClient jdbc;
  private final Rounds rounds;
  private final Blocks blocks;
  private final Slots slots;
  private final RoundLists lists;
  private final Handovers handovers;
  private final Signatures signatures;
  private final Corrections corrections;

  Story(Office office, Vault vault) {
    this.office = office;
    this.jdbc = office.desk().jdbc();
    this.rounds = new Rounds(office.desk(), office.audit(), office.keys());
    this.blocks = new Blocks(office.desk(), office.audit());
    this.slots = new Slots(office.desk(), office.audit(), new DatabaseClock());
    this.lists = new RoundLists(office.desk(), office.audit());
    this.handovers = new Handovers(office.desk(), office.audit(), vault);
    this.signatures = new Signatures(office.desk(), office.audit());
    this.corrections = new Corrections(office.desk(), office.audit());
  }

  /// Says that an act begins, does it, and says that it is done.
  static void act(String phase, Runnable work) {
    System.out.println("begin " + phase);
    work.run();
    System.out.println("end " + phase);
  }

  void open(RoundId id) {
    LocalDate today = jdbc.sql("SELECT platform.today()").query(LocalDate.class).single();
    rounds.open(office.first(), id, new RoundTerms("Benchmark", null, null, null, today));
  }

  /// Does what comes next.
  void step(RoundId id) {
    Round round = rounds.find(id).orElseThrow();
    switch (round.state()) {
      case DRAFT, COUNTER_PROPOSED -> draft(id);
      case PROPOSED -> answer(id);
      case AGREED -> act("prepare", () -> move(round, RoundState.PREPARING));
      case PREPARING -> act("execute", () -> move(round, RoundState.EXECUTING));
      case EXECUTING -> atTheLine(round);
      case EXECUTED, PARTIAL -> afterwards(round);
      case ABORTED -> throw new IllegalStateException("nobody aborts");
    }
  }

  private void draft(RoundId id) {
    if (blocks.of(id).isEmpty()) {
      Block.Terms terms = new Block.Terms(1, 1, null, null, null);
      act("block", () -> Office.done(blocks.add(office.first(), id, terms)));
    } else if (jdbc.sql("SELECT count(*) FROM exchange.slot WHERE round_id = ?")
            .param(id.value())
            .query(Integer.class)
            .single()
        == 0) {
      List<UUID> people = new ArrayList<>(free(FREE_OFFERED, EACH_SIDE));
      people.addAll(free(FREE_AWAITED, EACH_SIDE));
      UUID block = blocks.of(id).getFirst().id();
      act("slots", () -> Office.done(slots.add(office.first(), id, block, people, false)));
    } else if (lists.of(id).isEmpty()) {
      act("take", () -> Office.done(lists.take(office.first(), id)));
    } else {
      sign(id, lists.of(id).getFirst());
    }
  }

  private void sign(RoundId id, ListVersion draft) {
    for (Member officer : List.of(office.first(), office.second())) {
      if (!draft.signatures().contains(officer.agency())) {
        act(
            "sign",
            () ->
                Office.done(
                    signatures.sign(officer, Signatures.Subject.LIST, draft.id(), draft.hash())));
      }
    }
    act("send", () -> Office.done(lists.send(office.first(), id, draft)));
  }

  private List<UUID> free(String sql, int count) {
    List<UUID> found = jdbc.sql(sql).param(count).query(UUID.class).list();
    if (found.size() < count) {
      throw new IllegalStateException("nobody is left");
    }
    return found;
  }

  private void answer(RoundId id) {
    ListVersion last = lists.of(id).getFirst();
    if (last.ours()) {
      act("their list", () -> theirs(id, last));
    } else if (last.isDraft()) {
      act("receive", () -> Office.done(lists.receive(office.first(), id, last)));
    } else {
      Round round = rounds.find(id).orElseThrow();
      act("agree", () -> move(round, RoundState.AGREED));
    }
  }

  private void theirs(RoundId id, ListVersion ours) {
    jdbc.sql(THEIRS)
        .params(
            Map.of(
                "id", UUID.randomUUID(),
                "round", id.value(),
                "ours", ours.id(),
                "by", office.first().id().value(),
                "agency", office.first().agency()))
        .update();
  }

  private void move(Round round, RoundState to) {
    Office.done(rounds.move(office.first(), round.id(), round.state(), to, null));
  }

  private void atTheLine(Round round) {
    if (handovers.progress(round.id()).whole()) {
      act("record", () -> record(round));
    } else {
      act(
          "sheets",
          () -> Office.done(handovers.save(office.first(), round.id(), sheets(round), Map.of())));
    }
  }

  /// All cross; in every third round one says no, and one is brought instead of another.
  private List<SheetLine> sheets(Round round) {
    boolean whole = round.number() % 3 != 0;
    List<Side> changed = new ArrayList<>();
    List<SheetLine> lines = new ArrayList<>();
    for (SheetLine.Shown shown : handovers.sheets(round.id(), 0, 2 * EACH_SIDE)) {
      boolean crosses = whole || changed.contains(shown.side());
      changed.add(shown.side());
      lines.add(line(shown, crosses));
    }
    return lines;
  }

  private SheetLine line(SheetLine.Shown shown, boolean crosses) {
    boolean offered = shown.side() == Side.OFFERED;
    SlotState result =
        crosses
            ? SlotState.DELIVERED
            : offered ? SlotState.REFUSED_AT_POINT : SlotState.SUBSTITUTED;
    return new SheetLine(
        shown.slot(),
        result,
        new SheetLine.Checks("checked", "checked", "done"),
        offered ? new SheetLine.Word(crosses, "icrc") : null,
        crosses || offered ? null : new AwaitedId(free(FREE_AWAITED, 1).getFirst()),
        0);
  }

  private void record(Round round) {
    Instant now = Instant.now();
    LocalDate held = Objects.requireNonNull(round.plannedOn());
    Protocol protocol = new Protocol("B-" + round.number(), held, now, now, null);
    Office.done(
        handovers.record(office.first(), round.id(), protocol, new ByteArrayInputStream(SCAN)));
  }

  private void afterwards(Round round) {
    if (round.announced() == null) {
      act("announce", () -> Office.done(rounds.announce(office.first(), round.id(), null, null)));
      return;
    }
    List<Outcome> outcomes = handovers.results(round.id(), 0, 2 * EACH_SIDE);
    for (Outcome outcome : outcomes) {
      Outcome.Correction open = outcome.correction();
      if (open != null) {
        act(
            "correct",
            () -> Office.done(corrections.sign(office.second(), open.id(), open.hash())));
        return;
      }
    }
    Side side = round.number() % 2 == 0 ? Side.OFFERED : Side.AWAITED;
    Outcome wrong =
        outcomes.stream()
            .filter(o -> o.side() == side && o.result() == SlotState.DELIVERED)
            .findFirst()
            .orElseThrow();
    Outcome.Wrong said =
        new Outcome.Wrong("Записано помилково", "−1, помилка", "−1, ошибка", "−1, a mistake");
    act("propose", () -> Office.done(corrections.propose(office.first(), wrong.id(), said)));
  }
}

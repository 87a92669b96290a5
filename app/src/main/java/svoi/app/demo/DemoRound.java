package svoi.app.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import svoi.exchange.AwaitedId;
import svoi.exchange.Block;
import svoi.exchange.Blocks;
import svoi.exchange.Corrections;
import svoi.exchange.Handovers;
import svoi.exchange.ListRow;
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
import svoi.exchange.TheirLists;
import svoi.platform.DatabaseClock;

/// One invented round; every act is the one that an officer would do.
final class DemoRound {
  private static final byte[] SCAN = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);

  final RoundId id = new RoundId(UUID.randomUUID());
  private final DemoOffice office;
  private final Rounds rounds;
  private final Blocks blocks;
  private final Slots slots;
  private final RoundLists lists;
  private final Handovers handovers;
  private final Signatures signatures;

  DemoRound(DemoOffice office) {
    this.office = office;
    this.rounds = new Rounds(office.desk(), office.audit(), office.keys());
    this.blocks = new Blocks(office.desk(), office.audit());
    this.slots = new Slots(office.desk(), office.audit(), new DatabaseClock());
    this.lists = new RoundLists(office.desk(), office.audit());
    this.handovers = new Handovers(office.desk(), office.audit(), office.vault());
    this.signatures = new Signatures(office.desk(), office.audit());
  }

  void open(RoundTerms terms) {
    rounds.open(DemoOffice.ROUNDS, id, terms);
  }

  Round round() {
    return rounds.find(id).orElseThrow();
  }

  /// Seals where people will cross.
  void setPlace(String place) {
    DemoOffice.done(rounds.setPlace(DemoOffice.ROUNDS, id, round().version(), place));
  }

  /// Adds the next block with these persons on its list.
  Block block(Block.Terms terms, List<UUID> participants) {
    DemoOffice.done(blocks.add(DemoOffice.ROUNDS, id, terms));
    Block block = blocks.of(id).getLast();
    add(block, participants, false);
    return block;
  }

  void add(Block block, List<UUID> participants, boolean reserve) {
    DemoOffice.done(slots.add(DemoOffice.ROUNDS, id, block.id(), participants, reserve));
  }

  /// One agency signs an asymmetric block.
  void sign(Block block) {
    Block now = blocks.of(id).get(block.number() - 1);
    DemoOffice.done(
        signatures.sign(DemoOffice.ROUNDS, Signatures.Subject.BLOCK, now.id(), now.hash()));
  }

  /// Takes our list, has it signed by two agencies and sends it.
  void propose() {
    DemoOffice.done(lists.take(DemoOffice.ROUNDS, id));
    ListVersion draft = lists.of(id).getFirst();
    for (var member : List.of(DemoOffice.ROUNDS, DemoOffice.SECOND)) {
      DemoOffice.done(signatures.sign(member, Signatures.Subject.LIST, draft.id(), draft.hash()));
    }
    DemoOffice.done(lists.send(DemoOffice.ROUNDS, id, draft));
  }

  /// Their list comes: ours as `change` leaves it.
  void answer(UnaryOperator<List<String>> change) {
    ListVersion ours = lists.of(id).getFirst();
    List<String> rows = new ArrayList<>();
    for (ListRow row : lists.rows(ours)) {
      if (row.reserveRank() == null) {
        rows.add(String.join(",", "" + row.block(), row.side().code(), row.nameRu(), row.born()));
      }
    }
    String table = "block,side,name,born\n" + String.join("\n", change.apply(rows)) + "\n";
    TheirLists theirs = new TheirLists(office.desk(), office.audit(), office.vault());
    TheirLists.Reading reading =
        theirs.read(DemoOffice.ROUNDS, id, table.getBytes(StandardCharsets.UTF_8), "");
    if (!(reading instanceof TheirLists.Reading.Drafted)) {
      throw new IllegalStateException(reading.toString());
    }
    DemoOffice.done(lists.receive(DemoOffice.ROUNDS, id, lists.of(id).getFirst()));
  }

  void move(RoundState to) {
    DemoOffice.done(rounds.move(DemoOffice.ROUNDS, id, round().state(), to, null));
  }

  /// The sheets of everybody on the list: all cross.
  List<SheetLine> sheets() {
    return new ArrayList<>(
        handovers.sheets(id, 0, 1_000).stream()
            .filter(shown -> shown.reserveRank() == null)
            .map(shown -> sheet(shown, SlotState.DELIVERED, null))
            .toList());
  }

  /// Changes the first of a side who would cross to another result; answers whether there was one.
  boolean change(List<SheetLine> sheets, Side side, SlotState result, @Nullable UUID instead) {
    Optional<SheetLine.Shown> first =
        handovers.sheets(id, 0, 1_000).stream()
            .filter(s -> s.reserveRank() == null && s.side() == side)
            .filter(s -> sheets.stream().anyMatch(line -> isDelivered(line, s)))
            .findFirst();
    first.ifPresent(
        shown ->
            sheets.replaceAll(
                line -> line.slot().equals(shown.slot()) ? sheet(shown, result, instead) : line));
    return first.isPresent();
  }

  private static boolean isDelivered(SheetLine line, SheetLine.Shown shown) {
    return line.slot().equals(shown.slot()) && line.result() == SlotState.DELIVERED;
  }

  private static SheetLine sheet(SheetLine.Shown shown, SlotState result, @Nullable UUID instead) {
    boolean came = result != SlotState.NOT_DELIVERED;
    boolean yes = result != SlotState.REFUSED_AT_POINT;
    return new SheetLine(
        shown.slot(),
        result,
        came ? new SheetLine.Checks("checked", "checked", "done") : null,
        came && shown.side() == Side.OFFERED ? new SheetLine.Word(yes, "icrc") : null,
        instead == null ? null : new AwaitedId(instead),
        0);
  }

  void save(List<SheetLine> sheets) {
    DemoOffice.done(handovers.save(DemoOffice.ROUNDS, id, sheets, Map.of()));
  }

  /// Records the handover of today with everything that follows.
  ///
  /// @param abandoned why nobody crossed; null if somebody did
  void record(String number, @Nullable String abandoned) {
    Instant now =
        office
            .desk()
            .jdbc()
            .sql("SELECT platform.now()")
            .query(OffsetDateTime.class)
            .single()
            .toInstant();
    LocalDate held = Objects.requireNonNull(round().plannedOn());
    Protocol protocol =
        new Protocol(
            number,
            held,
            now.minus(3, ChronoUnit.HOURS),
            now.minus(1, ChronoUnit.HOURS),
            abandoned);
    DemoOffice.done(
        handovers.record(DemoOffice.ROUNDS, id, protocol, new ByteArrayInputStream(SCAN)));
  }

  void announce(int exchangeNo, @Nullable String mediator) {
    DemoOffice.done(rounds.announce(DemoOffice.ROUNDS, id, exchangeNo, mediator));
    office.release();
  }

  /// Who came home first in the order of results is found to have been recorded twice: the outcome
  /// no longer counts.
  void correct() {
    var corrections = new Corrections(office.desk(), office.audit());
    UUID outcome = awaited().id();
    DemoOffice.done(
        corrections.propose(
            DemoOffice.ROUNDS,
            outcome,
            new Outcome.Wrong(
                "Вигадану особу записано двічі під різними написаннями імені",
                "−1: одну вигадану особу було записано двічі",
                "−1: одно вымышленное лицо было записано дважды",
                "−1: one invented person had been recorded twice")));
    var open = Objects.requireNonNull(awaited().correction());
    DemoOffice.done(corrections.sign(DemoOffice.SECOND, open.id(), open.hash()));
    office.release();
  }

  private Outcome awaited() {
    return handovers.results(id, 0, 1_000).stream()
        .filter(o -> o.side() == Side.AWAITED && o.result() == SlotState.DELIVERED)
        .findFirst()
        .orElseThrow();
  }
}

package svoi.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import svoi.audit.AuditTrail;
import svoi.platform.Database;
import svoi.platform.DatabaseClock;
import svoi.platform.Role;
import svoi.platform.TestVault;
import svoi.platform.Vault;

/// Invented rounds with the services that the desk uses.
abstract class RoundDesk extends InventedRounds {
  static final byte[] SCAN = "%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8);

  protected Database desk;
  protected AuditTrail audit;
  protected Rounds rounds;
  protected Blocks blocks;
  protected Slots slots;
  protected RoundLists lists;
  protected TheirLists theirs;
  protected Handovers handovers;
  protected Vault vault;

  @BeforeAll
  final void open() {
    desk = database.as(Role.DESK);
    audit = new AuditTrail(desk.jdbc());
    vault = TestVault.in(folder(), desk);
    rounds = new Rounds(desk, audit, TestVault.keys(desk));
    blocks = new Blocks(desk, audit);
    slots = new Slots(desk, audit, new DatabaseClock());
    lists = new RoundLists(desk, audit);
    theirs = new TheirLists(desk, audit, vault);
    handovers = new Handovers(desk, audit, vault);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("svoi-rounds");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  protected static void done(Moved moved) {
    assertThat(moved).isEqualTo(new Moved.Done());
  }

  /// The codes with which an act was refused.
  protected static List<String> codes(Moved moved) {
    return moved instanceof Moved.Refused refused
        ? refused.obstacles().stream().map(RoundObstacle::code).toList()
        : List.of(moved.toString());
  }

  protected static RoundId id(UUID round) {
    return new RoundId(round);
  }

  protected Moved move(UUID round, RoundState to) {
    RoundState seen = rounds.find(id(round)).orElseThrow().state();
    String reason = to == RoundState.ABORTED || to == RoundState.COUNTER_PROPOSED ? "other" : null;
    return rounds.move(RoundsSample.OFFICER, id(round), seen, to, reason);
  }

  /// Takes, signs twice and sends our list.
  protected ListVersion send(UUID round) {
    done(lists.take(RoundsSample.OFFICER, id(round)));
    ListVersion draft = lists.of(id(round)).getFirst();
    Signatures signatures = new Signatures(desk, audit);
    done(signatures.sign(RoundsSample.OFFICER, Signatures.Subject.LIST, draft.id(), draft.hash()));
    done(signatures.sign(RoundsSample.SECOND, Signatures.Subject.LIST, draft.id(), draft.hash()));
    done(lists.send(RoundsSample.OFFICER, id(round), draft));
    return lists.of(id(round)).getFirst();
  }

  /// Reads a table of theirs and receives it.
  protected ListVersion receive(UUID round, String... rows) {
    TheirLists.Reading reading = theirs.read(RoundsSample.OFFICER, id(round), csv(rows), "");
    assertThat(reading).isInstanceOf(TheirLists.Reading.Drafted.class);
    done(lists.receive(RoundsSample.OFFICER, id(round), lists.of(id(round)).getFirst()));
    return lists.of(id(round)).getFirst();
  }

  protected static byte[] csv(String... rows) {
    return ("block,side,name,born\n" + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
  }

  /// A row of a table that names this person as we write them.
  protected String row(int block, UUID participant) {
    return sample.one(
        String.class,
        """
        SELECT concat_ws(',', ?::text, p.side, concat_ws(' ', a.family_ru, a.given_ru, v.family_ru, v.given_ru, v.patronymic_ru),
          coalesce(a.born_on, v.born_on))
        FROM exchange.participant p LEFT JOIN exchange.awaited a ON a.id = p.id LEFT JOIN exchange.v_offer v ON v.id = p.id
        WHERE p.id = ?
        """,
        block,
        participant);
  }

  /// Gives an awaited person a name and a birth date of their own.
  protected UUID named(UUID awaited, String family, String born) {
    sample.run(
        "UPDATE exchange.awaited SET family_uk = ?, family_ru = ?, born_on = ?::date WHERE id = ?",
        family,
        family,
        born,
        awaited);
    return awaited;
  }

  protected List<String> ledger(UUID round) {
    return desk.jdbc()
        .sql("SELECT kind FROM exchange.response_entry WHERE round_id = ? ORDER BY kind")
        .param(round)
        .query(String.class)
        .list();
  }

  /// Types in a sheet for every slot on the list: all cross.
  protected List<SheetLine> sheets(UUID round) {
    return handovers.sheets(id(round), 0, 5_000).stream()
        .filter(shown -> shown.reserveRank() == null)
        .map(
            shown ->
                new SheetLine(
                    shown.slot(),
                    SlotState.DELIVERED,
                    new SheetLine.Checks("checked", "checked", "done"),
                    shown.side() == Side.OFFERED ? new SheetLine.Word(true, "icrc") : null,
                    null,
                    0))
        .collect(Collectors.toCollection(java.util.ArrayList::new));
  }

  protected Protocol protocol() {
    Instant now = sample.one(java.time.OffsetDateTime.class, "SELECT platform.now()").toInstant();
    return new Protocol("7", sample.today(), now, now, null);
  }

  protected Moved record(UUID round) {
    return handovers.record(
        RoundsSample.OFFICER, id(round), protocol(), new java.io.ByteArrayInputStream(SCAN));
  }
}

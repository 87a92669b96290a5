package svoi.e2e;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.audit.AuditTrail;
import svoi.exchange.Block;
import svoi.exchange.Blocks;
import svoi.exchange.ListVersion;
import svoi.exchange.Moved;
import svoi.exchange.RoundId;
import svoi.exchange.RoundLists;
import svoi.exchange.RoundTerms;
import svoi.exchange.Rounds;
import svoi.exchange.Signatures;
import svoi.exchange.Slots;
import svoi.platform.Database;
import svoi.platform.DatabaseClock;
import svoi.platform.PersonKeys;
import svoi.platform.Role;
import svoi.staff.Member;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// Rounds of invented people in the running demo, made by the desk's own services.
final class SampleRound {
  private static final SampleRound MADE = new SampleRound();

  private final Database desk = Program.running().as(Role.DESK);
  private final JdbcClient jdbc = desk.jdbc();
  private final AuditTrail audit = new AuditTrail(jdbc);
  private final RoundLists lists = new RoundLists(desk, audit);
  private final Rounds rounds =
      new Rounds(desk, audit, Program.running().bean("personKeys", PersonKeys.class));
  private final Member officer = officer("coordination-hq");
  private final Member second = officer("sbu");
  private final RoundId proposed;
  private final RoundId executing;

  private SampleRound() {
    proposed = drafted("Умовні переговори про етап", 3);
    send(proposed);
    executing = drafted("Умовна передача", 0);
    executing(executing);
  }

  /// A round whose first list was sent and whose second one is a draft of theirs.
  static String proposed() {
    return "/desk/rounds/" + MADE.proposed.value();
  }

  /// A round at the line; none of its sheets is typed in.
  static String executing() {
    return "/desk/rounds/" + MADE.executing.value();
  }

  /// The officer who made them.
  static Member officer() {
    return MADE.officer;
  }

  private Member officer(String agency) {
    UUID id =
        jdbc.sql(
                "SELECT id FROM staff.v_member WHERE active AND agency = ? AND 'round-officer' = ANY (roles) LIMIT 1")
            .param(agency)
            .query(UUID.class)
            .single();
    return new Member(new StaffId(id), agency, java.util.Set.of(StaffRole.ROUND_OFFICER));
  }

  private static void done(Moved moved) {
    if (!(moved instanceof Moved.Done)) {
      throw new AssertionError(moved.toString());
    }
  }

  /// Awaited persons in one block, and convicted persons of the demo who consent in another.
  private RoundId drafted(String framework, int offers) {
    RoundId id = new RoundId(UUID.randomUUID());
    LocalDate today = jdbc.sql("SELECT platform.today()").query(LocalDate.class).single();
    rounds.open(officer, id, new RoundTerms(framework, null, null, null, today));
    Blocks blocks = new Blocks(desk, audit);
    Block.Terms terms =
        offers == 0
            ? new Block.Terms(null, null, "Вони віддають без відповіді", null, null)
            : new Block.Terms(1, 2, null, null, null);
    done(blocks.add(officer, id, terms));
    Block block = blocks.of(id).getFirst();
    List<UUID> people =
        Stream.concat(Stream.generate(this::awaited).limit(6L), consenting(offers).stream())
            .toList();
    done(new Slots(desk, audit, new DatabaseClock()).add(officer, id, block.id(), people, false));
    if (offers == 0) {
      Signatures signatures = new Signatures(desk, audit);
      done(signatures.sign(officer, Signatures.Subject.BLOCK, block.id(), block.hash()));
      done(signatures.sign(second, Signatures.Subject.BLOCK, block.id(), block.hash()));
    }
    return id;
  }

  private ListVersion send(RoundId id) {
    done(lists.take(officer, id));
    ListVersion draft = lists.of(id).getFirst();
    Signatures signatures = new Signatures(desk, audit);
    done(signatures.sign(officer, Signatures.Subject.LIST, draft.id(), draft.hash()));
    done(signatures.sign(second, Signatures.Subject.LIST, draft.id(), draft.hash()));
    done(lists.send(officer, id, draft));
    answer(id, draft);
    return draft;
  }

  /// Their list: the same, not received yet.
  private void answer(RoundId id, ListVersion ours) {
    UUID list = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO exchange.list (id, round_id, n, author, file_sha256, made_by, agency)
            VALUES (?, ?, 0, 'theirs', sha256('file'), ?, ?)
            """)
        .params(list, id.value(), officer.id().value(), officer.agency())
        .update();
    jdbc.sql(
            """
            INSERT INTO exchange.list_row (list_id, position, block_number, block_terms, side, participant_id, content,
              salt, row_hash)
            SELECT ?, position, block_number, block_terms, side, participant_id, content, salt, row_hash
            FROM exchange.list_row WHERE list_id = ?
            """)
        .params(list, ours.id())
        .update();
  }

  private void executing(RoundId id) {
    send(id);
    done(lists.receive(officer, id, lists.of(id).getFirst()));
    for (svoi.exchange.RoundState to :
        List.of(
            svoi.exchange.RoundState.AGREED,
            svoi.exchange.RoundState.PREPARING,
            svoi.exchange.RoundState.EXECUTING)) {
      done(rounds.move(officer, id, rounds.find(id).orElseThrow().state(), to, null));
    }
  }

  private UUID awaited() {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO exchange.awaited (id, sex, family_uk, given_uk, family_ru, given_ru, family_latin, given_latin,
              born_on, category, held_since, entered_by, agency)
            VALUES (?, 'm', 'Очікуваненко', 'Зразок', 'Очикуваненко', 'Зразок', 'Ochikuvanenko', 'Zrazok',
              '1990-01-01', 'pow', platform.today() - 900, ?, ?)
            """)
        .params(id, officer.id().value(), officer.agency())
        .update();
    jdbc.sql(
            """
            INSERT INTO exchange.awaited_event (awaited_id, state, source, recorded_by, agency)
            VALUES (?, 'confirmed', 'icrc', ?, ?)
            """)
        .params(id, officer.id().value(), officer.agency())
        .update();
    return id;
  }

  /// Born before 1996, they were adults whenever since 2014 they acted.
  private List<UUID> consenting(int count) {
    List<UUID> persons =
        jdbc.sql(
                """
                SELECT c.person_id FROM consent.v_in_force c JOIN cases.v_person p ON p.id = c.person_id
                WHERE c.scope = 'exchange' AND c.valid_until > platform.today() + 20 AND p.left_on IS NULL AND p.died_on IS NULL
                  AND p.born_on < '1996-01-01'
                  AND p.custody_until IS NULL AND NOT EXISTS (
                    SELECT FROM register.v_hold h WHERE h.person_id = c.person_id AND h.lifted_at IS NULL)
                  AND NOT EXISTS (SELECT FROM exchange.offered f WHERE f.person_id = c.person_id)
                ORDER BY c.person_id LIMIT ?
                """)
            .param(count)
            .query(UUID.class)
            .list();
    return persons.stream().map(this::offered).toList();
  }

  private UUID offered(UUID person) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "INSERT INTO exchange.offered (id, kind, person_id, entered_by, agency) VALUES (?, 'convicted', ?, ?, ?)")
        .params(id, person, officer.id().value(), officer.agency())
        .update();
    jdbc.sql(
            """
            INSERT INTO exchange.fear_interview (id, offered_id, answer, in_private, language, held_by)
            VALUES (gen_random_uuid(), ?, 'no', true, 'uk', ?)
            """)
        .params(id, officer.id().value())
        .update();
    return id;
  }
}

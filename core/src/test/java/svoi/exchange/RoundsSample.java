package svoi.exchange;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import svoi.platform.TestDatabase;
import svoi.staff.Member;

/// Makes a round in any state, with its invented people, under the desk's own role: nothing here
/// passes a rule by.
public final class RoundsSample extends PeopleSample {
  /// The way of a round that succeeds, in order.
  private static final List<String> WAY =
      List.of("draft", "proposed", "agreed", "preparing", "executing", "executed");

  private RoundsSample(TestDatabase database) {
    super(database);
  }

  public static RoundsSample in(TestDatabase database) {
    return new RoundsSample(database);
  }

  /// An empty round in draft, planned for today.
  public UUID round() {
    return add(
        "round",
        Map.of(
            "framework", "Умовна рамка",
            "planned_on", today(),
            "opened_by", OFFICER.id().value(),
            "agency", OFFICER.agency()));
  }

  /// The next block of the round, `offers` : `needs`.
  public UUID block(UUID round, int offers, int needs) {
    return add(
        "block",
        Map.of(
            "round_id", round,
            "number",
                one(
                    Integer.class,
                    "SELECT coalesce(max(number), 0) + 1 FROM exchange.block WHERE round_id = ?",
                    round),
            "kind", "ratio",
            "offers_part", offers,
            "needs_part", needs));
  }

  public UUID slot(UUID block, UUID participant) {
    return slot(block, participant, null);
  }

  /// @param reserve rank of a reserve; null: on the list
  public UUID slot(UUID block, UUID participant, @Nullable Integer reserve) {
    UUID id = UUID.randomUUID();
    run(
        """
        INSERT INTO exchange.slot (id, round_id, block_id, participant_id, side, reserve_rank, added_by, agency)
        SELECT ?, b.round_id, b.id, p.id, p.side, ?::smallint, ?, ?
        FROM exchange.block b, exchange.participant p WHERE b.id = ? AND p.id = ?
        """,
        id,
        reserve,
        OFFICER.id().value(),
        OFFICER.agency(),
        block,
        participant);
    return id;
  }

  /// One for two, everybody ready, still a draft.
  public Drafted drafted() {
    return drafted(offered());
  }

  /// The same with this offered person.
  public Drafted drafted(UUID offered) {
    UUID round = round();
    UUID block = block(round, 1, 2);
    UUID first = awaited();
    UUID second = awaited();
    return new Drafted(
        round,
        block,
        offered,
        List.of(first, second),
        slot(block, offered),
        List.of(slot(block, first), slot(block, second)));
  }

  /// A small round and who is in it.
  public record Drafted(
      UUID round, UUID block, UUID offered, List<UUID> awaited, UUID offer, List<UUID> needs) {}

  /// [#drafted], moved on to `state`: one of the way of a round that succeeds.
  public Drafted in(String state) {
    Drafted drafted = drafted();
    advance(drafted.round(), state);
    return drafted;
  }

  /// Moves a round on to `state`, from wherever it is on the way of one that succeeds.
  public void advance(UUID round, String state) {
    int from = WAY.indexOf(state("round", round));
    for (String next : WAY.subList(from + 1, WAY.indexOf(state) + 1)) {
      switch (next) {
        case "proposed" -> propose(round);
        case "agreed" -> {
          answerEqually(round);
          move(round, "agreed");
        }
        case "executed" -> {
          UUID handover = atTheLine(round);
          everybodyCrosses(round, handover);
          sign(handover);
          deliverAll(round, handover);
          move(round, "executed");
        }
        default -> move(round, next);
      }
    }
  }

  /// Moves a round, with a reason where one is asked for.
  public void move(UUID round, String state) {
    run(
        """
        INSERT INTO exchange.round_event (round_id, state, reason, recorded_by, agency)
        VALUES (?, ?, CASE WHEN ? IN ('aborted', 'counter-proposed') THEN 'other' END, ?, ?)
        """,
        round,
        state,
        state,
        OFFICER.id().value(),
        OFFICER.agency());
  }

  /// Takes our list of the slots; nobody has signed it.
  public UUID list(UUID round) {
    UUID list = UUID.randomUUID();
    one(
        Integer.class,
        "SELECT exchange.take_list(?, ?, ?, ?)",
        list,
        round,
        OFFICER.id().value(),
        OFFICER.agency());
    return list;
  }

  public void sign(String kind, UUID subject, Member by) {
    run(
        """
        INSERT INTO exchange.signature (subject_kind, subject_id, content_hash, member_id, agency)
        VALUES (?, ?, exchange.hash_of(?, ?), ?, ?)
        """,
        kind,
        subject,
        kind,
        subject,
        by.id().value(),
        by.agency());
  }

  /// Signs the subject for two agencies.
  public void signTwice(String kind, UUID subject) {
    sign(kind, subject, OFFICER);
    sign(kind, subject, SECOND);
  }

  /// Our list, signed by two agencies and sent; the round is proposed.
  public UUID propose(UUID round) {
    UUID list = list(round);
    signTwice("list", list);
    run("UPDATE exchange.list SET state = 'sent' WHERE id = ?", list);
    move(round, "proposed");
    return list;
  }

  /// The other side sends back exactly our latest list.
  public UUID answerEqually(UUID round) {
    UUID list = theirs(round);
    run(
        """
        INSERT INTO exchange.list_row (list_id, position, block_number, block_terms, side, participant_id, content,
          salt, row_hash)
        SELECT ?, position, block_number, block_terms, side, participant_id, content, salt, row_hash
        FROM exchange.list_row r JOIN exchange.list l ON l.id = r.list_id
        WHERE l.round_id = ? AND l.author = 'ours' AND r.reserve_rank IS NULL
          AND l.n = (SELECT max(n) FROM exchange.list WHERE round_id = l.round_id AND state = 'sent')
        """,
        list,
        round);
    run("UPDATE exchange.list SET state = 'received' WHERE id = ?", list);
    return list;
  }

  /// An empty list of theirs, to be filled and received.
  public UUID theirs(UUID round) {
    UUID list = UUID.randomUUID();
    run(
        """
        INSERT INTO exchange.list (id, round_id, n, author, file_sha256, made_by, agency)
        VALUES (?, ?, 0, 'theirs', sha256('file'), ?, ?)
        """,
        list,
        round,
        OFFICER.id().value(),
        OFFICER.agency());
    return list;
  }

  /// A handover at which everybody is at the point. The round has to be executing.
  public UUID atTheLine(UUID round) {
    UUID handover =
        add(
            "handover",
            Map.of(
                "round_id", round,
                "held_on", today(),
                "scheduled_by", OFFICER.id().value(),
                "agency", OFFICER.agency()));
    List.of("at-point", "identity-checked", "will-confirmed", "crossed")
        .forEach(state -> handover(handover, state));
    return handover;
  }

  public void handover(UUID handover, String state) {
    run(
        """
        INSERT INTO exchange.handover_event (handover_id, state, recorded_by, agency) VALUES (?, ?, ?, ?)
        """,
        handover,
        state,
        OFFICER.id().value(),
        OFFICER.agency());
  }

  /// One slot at the line.
  ///
  /// @param word of an offered person: yes or no; empty for an awaited one
  public void cross(UUID slot, UUID handover, String word, boolean crossed) {
    run(
        """
        INSERT INTO exchange.crossing (slot_id, round_id, participant_id, side, handover_id, identity_ours,
          identity_theirs, medical, word, word_before, crossed, recorded_by, agency)
        SELECT s.id, s.round_id, s.participant_id, s.side, ?, 'checked', 'declined', 'done', nullif(?, ''),
          CASE WHEN s.side = 'offered' THEN 'icrc' END, ?, ?, ?
        FROM exchange.slot s WHERE s.id = ?
        """,
        handover,
        word,
        crossed,
        OFFICER.id().value(),
        OFFICER.agency(),
        slot);
  }

  private void everybodyCrosses(UUID round, UUID handover) {
    slots(round)
        .forEach(slot -> cross(slot, handover, side(slot).equals("offered") ? "yes" : "", true));
  }

  /// The slots on the list that are live, reserves left out.
  public List<UUID> slots(UUID round) {
    return jdbc.sql(
            """
            SELECT id FROM exchange.slot WHERE round_id = ? AND reserve_rank IS NULL
              AND state IN ('planned', 'named', 'confirmed') ORDER BY id
            """)
        .param(round)
        .query(UUID.class)
        .list();
  }

  private String side(UUID slot) {
    return one(String.class, "SELECT side FROM exchange.slot WHERE id = ?", slot);
  }

  /// The protocol with its scan.
  public void sign(UUID handover) {
    run(
        """
        INSERT INTO exchange.protocol (handover_id, round_id, number, file_sha256, signed_on, recorded_by, agency)
        SELECT id, round_id, '7', sha256('scan'), held_on, ?, ? FROM exchange.handover WHERE id = ?
        """,
        OFFICER.id().value(),
        OFFICER.agency(),
        handover);
    handover(handover, "protocol-signed");
  }

  private void deliverAll(UUID round, UUID handover) {
    slots(round).forEach(slot -> outcome(slot, handover, "delivered", null));
  }

  /// Records what happened to a slot.
  ///
  /// @param handover null if the person never came to one
  /// @param instead who was brought instead; null but for a substitution
  public UUID outcome(UUID slot, @Nullable UUID handover, String result, @Nullable UUID instead) {
    UUID id = UUID.randomUUID();
    run(
        """
        INSERT INTO exchange.outcome (id, round_id, slot_id, handover_id, side, participant_id, result, delivered_id,
          delivered_side, crossed, occurred_on, recorded_by, agency)
        SELECT ?, s.round_id, s.id, ?::uuid, s.side, s.participant_id, ?, ?::uuid, CASE WHEN ?::uuid IS NOT NULL THEN 'awaited' END,
          (SELECT c.crossed FROM exchange.crossing c WHERE c.slot_id = s.id), platform.today(), ?, ?
        FROM exchange.slot s WHERE s.id = ?
        """,
        id,
        handover,
        result,
        instead,
        instead,
        OFFICER.id().value(),
        OFFICER.agency(),
        slot);
    return id;
  }

  /// Notes that the state announced the round.
  public void announce(UUID round) {
    run(
        "INSERT INTO exchange.announcement (round_id, exchange_no, announced_by, agency) VALUES (?, 77, ?, ?)",
        round,
        OFFICER.id().value(),
        OFFICER.agency());
  }

  /// Proposes to take an outcome out of the count.
  public UUID correction(UUID outcome) {
    return add(
        "correction",
        Map.of(
            "outcome_id", outcome,
            "ground", "Записано двічі одну особу",
            "public_uk", "−1: повтор",
            "public_ru", "−1: повтор",
            "public_en", "−1: duplicate",
            "proposed_by", OFFICER.id().value(),
            "agency", OFFICER.agency()));
  }

  public String state(String table, UUID id) {
    return one(String.class, "SELECT state FROM exchange." + table + " WHERE id = ?", id);
  }
}

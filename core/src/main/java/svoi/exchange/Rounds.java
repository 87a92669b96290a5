package svoi.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.audit.AuditSink;
import svoi.cases.Cases;
import svoi.cases.PersonId;
import svoi.platform.Database;
import svoi.platform.PersonKeys;
import svoi.staff.Member;
import svoi.staff.Right;

/// Rounds from the first draft to the announcement. How they move is drawn in [Transitions]; the
/// database refuses every other way. Whoever shows a round says so in the audit log.
public final class Rounds {
  private static final String PLACE = "exchange.place";

  /// Why a round ends before it was held, or goes back to the table.
  public static final List<String> REASONS =
      List.of(
          "withdrawn-by-us",
          "withdrawn-by-them",
          "no-agreement",
          "security",
          "weather",
          "mediator",
          "lists-changed",
          "other");

  private final Database database;
  private final RoundRepository rounds;
  private final BlockRepository blocks;
  private final Readiness readiness;
  private final RoundLedger ledger;
  private final AuditSink audit;
  private final PersonKeys keys;

  public Rounds(Database database, AuditSink audit, PersonKeys keys) {
    this.database = database;
    this.rounds = new RoundRepository(database.jdbc());
    this.blocks = new BlockRepository(database.jdbc());
    this.readiness = new Readiness(database.jdbc());
    this.ledger = new RoundLedger(database.jdbc());
    this.audit = audit;
    this.keys = keys;
  }

  /// One line of the timeline.
  ///
  /// @param what for example `round.agreed` or `list.sent`
  /// @param detail a reason, or the number of a list or block; may be empty
  /// @param agency empty: it happened by itself
  public record Step(Instant at, String what, String detail, String agency) {}

  public Optional<Round> find(RoundId id) {
    return rounds.find(id);
  }

  /// Rounds by falling number.
  ///
  /// @param state null: all
  /// @param before a number; only smaller ones come
  public List<Round> list(@Nullable RoundState state, int before, int limit) {
    return rounds.list(state, before, limit);
  }

  /// What happened, the latest first; at most 100.
  public List<Step> steps(RoundId id) {
    return rounds.steps(id);
  }

  /// Opens a round.
  ///
  /// @param id made for the form: what is sent twice is opened once
  public void open(Member by, RoundId id, RoundTerms terms) {
    by.needs(Right.MANAGE_ROUNDS);
    database.inTransaction(
        () -> {
          UUID agreement = rounds.agreement(terms.agreement(), by);
          if (rounds.open(id, terms, agreement, by)) {
            audit.append(by.actor(), "exchange.round-open", Set.of(id.value()), "");
          }
          return id;
        });
  }

  /// Saves what is entered about the round; readiness follows the day by itself.
  ///
  /// @param version that was seen
  public Moved save(Member by, RoundId id, int version, RoundTerms terms) {
    by.needs(Right.MANAGE_ROUNDS);
    return keepingRules(
        () -> {
          if (!rounds.save(id, version, terms, rounds.agreement(terms.agreement(), by))) {
            return new Moved.Stale();
          }
          audit.append(by.actor(), "exchange.round-save", Set.of(id.value()), "");
          return new Moved.Done();
        });
  }

  /// Where people will cross; empty if it is not known. The reading is logged.
  public Optional<String> place(Member by, RoundId id) {
    by.needs(Right.READ_ROUNDS);
    audit.append(by.actor(), "exchange.place-read", Set.of(id.value()), "");
    return rounds
        .place(id)
        .flatMap(bytes -> keys.open(id.value(), PLACE, bytes))
        .map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  /// Seals where people will cross.
  public Moved setPlace(Member by, RoundId id, int version, String place) {
    by.needs(Right.MANAGE_ROUNDS);
    byte[] sealed =
        place.isBlank()
            ? null
            : keys.seal(id.value(), PLACE, place.strip().getBytes(StandardCharsets.UTF_8));
    return keepingRules(
        () -> {
          if (!rounds.setPlace(id, version, sealed)) {
            return new Moved.Stale();
          }
          audit.append(by.actor(), "exchange.place-save", Set.of(id.value()), "");
          return new Moved.Done();
        });
  }

  /// What stands between a round and a step, as far as it can be said before taking it.
  public List<RoundObstacle> obstacles(Round round, RoundState to) {
    List<RoundObstacle> found = new ArrayList<>();
    if (to == RoundState.AGREED || to == RoundState.EXECUTING) {
      agreement(round.id(), found);
    }
    if ((to == RoundState.PREPARING || to == RoundState.EXECUTING) && round.plannedOn() == null) {
      found.add(RoundObstacle.of("round.no_day"));
    }
    if (to == RoundState.EXECUTING) {
      readiness.missing(round.id(), 20).forEach(found::add);
    }
    return found;
  }

  private void agreement(RoundId id, List<RoundObstacle> found) {
    for (Block block : blocks.of(id)) {
      String number = Integer.toString(block.number());
      if (!block.keepsItsRatio()) {
        found.add(new RoundObstacle("round.ratio", number));
      }
      if (block.asymmetric() && block.signatures().size() < 2) {
        found.add(new RoundObstacle("round.asymmetry_unsigned", number));
      }
    }
    List<UUID> split = rounds.splitFamilies(id);
    if (!split.isEmpty()) {
      String codes = split.stream().map(ShortCode::of).collect(Collectors.joining(", "));
      found.add(new RoundObstacle("round.family_split", codes));
    }
    if (!rounds.listsAreEqual(id)) {
      found.add(RoundObstacle.of("round.lists_differ"));
    }
  }

  /// Moves a round: to agreed, preparing, executing, back to the table, or aborts it.
  ///
  /// @param seen the state in which the member saw it
  /// @param reason one of [#REASONS]; needed to abort and to go back
  public Moved move(
      Member by, RoundId id, RoundState seen, RoundState to, @Nullable String reason) {
    by.needs(Right.MANAGE_ROUNDS);
    return keepingRules(
        () -> {
          if (rounds.lock(id).filter(seen::equals).isEmpty()) {
            return new Moved.Stale();
          }
          List<RoundObstacle> obstacles = obstacles(rounds.find(id).orElseThrow(), to);
          if (!obstacles.isEmpty()) {
            return new Moved.Refused(obstacles);
          }
          rounds.move(id, to, reason, by);
          if (to == RoundState.AGREED) {
            ledger.accepted(id, by);
          }
          String detail = reason == null ? to.code() : to.code() + " " + reason;
          audit.append(by.actor(), "exchange.round-move", Set.of(id.value()), detail);
          return new Moved.Done();
        });
  }

  /// Notes that the round was announced in public: from now on figures count it, and all who left
  /// in it are marked at once in their files.
  ///
  /// @param exchangeNo official number, if one was said
  /// @param mediator as announced, if one was named
  public Moved announce(
      Member by, RoundId id, @Nullable Integer exchangeNo, @Nullable String mediator) {
    by.needs(Right.ANNOUNCE_ROUNDS);
    Cases cases = new Cases(database, audit);
    return keepingRules(
        () -> {
          rounds.announce(id, exchangeNo, mediator, by);
          List<RoundRepository.Departed> departed = rounds.departed(id);
          departed.forEach(d -> cases.left(new PersonId(d.person()), d.on(), by.actor()));
          Set<UUID> ids =
              Stream.concat(
                      Stream.of(id.value()),
                      departed.stream().map(RoundRepository.Departed::person))
                  .collect(Collectors.toSet());
          audit.append(by.actor(), "exchange.announce", ids, "departed " + departed.size());
          return new Moved.Done();
        });
  }

  private Moved keepingRules(Supplier<Moved> work) {
    return keepingRules(database, work);
  }

  /// Runs `work` in a transaction; a rule that the database finds broken becomes a refusal.
  static Moved keepingRules(Database database, Supplier<Moved> work) {
    try {
      return Objects.requireNonNull(
          database
              .transactions()
              .execute(
                  status -> {
                    Moved moved = work.get();
                    if (!(moved instanceof Moved.Done)) {
                      status.setRollbackOnly();
                    }
                    return moved;
                  }));
    } catch (DataIntegrityViolationException e) {
      return Moved.Refused.by(ExchangeRule.code(e), "");
    }
  }
}

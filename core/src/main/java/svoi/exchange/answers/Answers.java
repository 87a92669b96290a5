package svoi.exchange.answers;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import svoi.audit.AuditSink;
import svoi.exchange.AwaitedId;
import svoi.exchange.offers.Noted;
import svoi.exchange.offers.Paper;
import svoi.exchange.offers.Papers;
import svoi.platform.Database;
import svoi.platform.Vault;
import svoi.staff.Member;
import svoi.staff.Right;

/// The ledger of what the other side was asked and how it answered, as officers read and write it.
/// What it delivered or broke is written by outcomes of rounds; silence by a timer.
public final class Answers {
  public static final int PAGE = 50;

  /// Two weeks to answer, unless the letter says another day.
  public static final int DAYS_TO_ANSWER = 14;

  /// What may be entered about an asking.
  public static final List<String> KINDS = List.of("reminded", "refused", "accepted", "countered");

  /// Grounds of refusals, as the database knows them.
  public static final List<String> GROUNDS =
      List.of(
          "not-held",
          "not-a-prisoner-of-war",
          "convicted-there",
          "died",
          "already-returned",
          "unit",
          "wants-another",
          "none-given");

  private final Database database;
  private final LedgerRepository ledger;
  private final AuditSink audit;
  private final Papers papers;

  public Answers(Database database, AuditSink audit, Vault vault) {
    this.database = database;
    this.ledger = new LedgerRepository(database.jdbc());
    this.audit = audit;
    this.papers = new Papers(vault);
  }

  /// One page, the newest first.
  public record Page(List<LedgerEntry> entries, Optional<UUID> next) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /// One page of the ledger; the log says whom it named.
  public Page list(LedgerFilter filter, Member by) {
    by.needs(Right.READ_NEEDS);
    List<LedgerEntry> found = ledger.page(filter, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<LedgerEntry> page = more ? found.subList(0, PAGE) : found;
    audit.append(
        by.actor(),
        "exchange.ledger-read",
        page.stream().map(LedgerEntry::awaited).distinct().toList(),
        filter.show());
    return new Page(page, more ? Optional.of(page.getLast().id()) : Optional.empty());
  }

  /// What came of asking, over all entries. No person is in it.
  public LedgerFigures figures(Member by) {
    by.needs(Right.READ_NEEDS);
    return ledger.figures();
  }

  /// Somebody who is awaited on the negotiated track.
  public record Person(AwaitedId id, String name, @Nullable LocalDate bornOn, String category) {}

  /// Whom a name may mean; the log says whom it named.
  public List<Person> search(String name, Member by) {
    by.needs(Right.READ_NEEDS);
    AwaitedMatches near = AwaitedMatches.of(database.jdbc(), List.of(name), List.of());
    List<Person> found =
        near.persons(name).stream()
            .map(k -> new Person(new AwaitedId(k.id()), k.fullName(), k.bornOn(), k.category()))
            .toList();
    audit.append(
        by.actor(), "exchange.ledger-search", found.stream().map(p -> p.id().value()).toList(), "");
    return found;
  }

  /// Somebody with all that was asked and answered about them; the log says who looked.
  public record History(Person person, List<LedgerEntry> entries) {
    public History {
      entries = List.copyOf(entries);
    }

    /// Askings to which an answer may be entered, the newest first.
    public List<LedgerEntry> askings() {
      return entries.stream().filter(LedgerEntry::open).toList();
    }
  }

  /// Empty also for one on the track of unconditional return.
  public Optional<History> of(AwaitedId awaited, Member by) {
    by.needs(Right.READ_NEEDS);
    Optional<Person> person = ledger.person(awaited);
    if (person.isPresent()) {
      audit.append(by.actor(), "exchange.ledger-read", Set.of(awaited.value()), "");
    }
    return person.map(found -> new History(found, ledger.of(awaited)));
  }

  /// Records that the other side was asked for somebody.
  public Noted ask(AwaitedId awaited, LocalDate on, LocalDate due, Member by) {
    by.needs(Right.RECORD_ANSWERS);
    UUID id = UUID.randomUUID();
    return Noted.keepingRules(
        database,
        () -> {
          ledger.ask(id, awaited, on, due, by);
          audit.append(by.actor(), "exchange.ledger-asked", Set.of(awaited.value()), "");
          return new Noted.Done(id);
        });
  }

  /// A need list that was sent, for asking after everybody in it at once.
  public record Sent(UUID id, int number, LocalDate sentOn, int persons) {}

  /// Need lists that were sent and whose persons the ledger does not say were asked for.
  public List<Sent> unasked(Member by) {
    by.needs(Right.RECORD_ANSWERS);
    return ledger.unasked();
  }

  /// Records that everybody in a sent need list was asked for.
  ///
  /// @return refused `ledger.list_asked` if it was recorded already
  public Noted askAll(UUID needList, LocalDate on, LocalDate due, Member by) {
    by.needs(Right.RECORD_ANSWERS);
    return Noted.keepingRules(
        database,
        () -> {
          if (ledger.unasked().stream().noneMatch(list -> list.id().equals(needList))) {
            return Noted.refused("ledger.list_asked", "list");
          }
          int asked = ledger.askAll(needList, on, due, by);
          audit.append(
              by.actor(), "exchange.ledger-asked", Set.of(needList), asked + " of a need list");
          return new Noted.Done(needList);
        });
  }

  /// What was said to an asking.
  ///
  /// @param ground of a refusal, else null
  public record Said(String kind, LocalDate on, @Nullable String ground) {}

  /// Records a reminder of ours, or an answer of theirs; also a late one. Call it outside a
  /// transaction: evidence is stored first.
  ///
  /// @param evidence PDF, JPEG or PNG; null if there is none
  public Noted say(
      AwaitedId awaited, UUID asking, Said said, @Nullable InputStream evidence, Member by) {
    by.needs(Right.RECORD_ANSWERS);
    byte[] hash = null;
    if (evidence != null) {
      Optional<byte[]> stored = papers.put(awaited.value(), evidence);
      if (stored.isEmpty()) {
        return Noted.refused("evidence.not_a_scan", "paper");
      }
      hash = stored.get();
    }
    byte[] proof = hash;
    UUID id = UUID.randomUUID();
    return Noted.keepingRules(
        database,
        () -> {
          ledger.lock(awaited);
          if (!ledger.isOpen(asking, awaited)) {
            return new Noted.Stale();
          }
          ledger.say(id, asking, said, proof, null, by);
          audit.append(by.actor(), "exchange.ledger-" + said.kind(), Set.of(awaited.value()), "");
          return new Noted.Done(id);
        });
  }

  /// The evidence of an entry; the log says who opened it.
  public Optional<Paper> open(UUID entry, Member by) {
    by.needs(Right.READ_NEEDS);
    return ledger
        .evidence(entry)
        .map(
            proof -> {
              audit.append(by.actor(), "exchange.ledger-file", Set.of(proof.awaited()), "");
              return papers.open(proof.owner(), proof.sha256());
            });
  }

  /// Askings whose last day comes within three days and that have no answer.
  ///
  /// @param first the nearest last day
  public record Due(int count, LocalDate first) {}

  /// Empty if there are none.
  public Optional<Due> due(Member by) {
    by.needs(Right.RECORD_ANSWERS);
    return ledger.due();
  }
}

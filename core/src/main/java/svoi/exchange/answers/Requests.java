package svoi.exchange.answers;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.audit.AuditSink;
import svoi.cases.Persons;
import svoi.exchange.ExchangeRule;
import svoi.exchange.offers.Noted;
import svoi.exchange.offers.OfferNames;
import svoi.exchange.offers.Paper;
import svoi.exchange.offers.Papers;
import svoi.platform.Database;
import svoi.platform.ScanType;
import svoi.platform.Vault;
import svoi.register.imports.Table;
import svoi.register.imports.TableReader;
import svoi.register.imports.Unreadable;
import svoi.staff.Member;
import svoi.staff.Right;

/// Whom the other side asks for: letters and lists are taken in, names matched, rows answered.
/// Nothing here changes a person's state.
public final class Requests {
  public static final List<String> CHANNELS =
      List.of("direct", "icrc", "mediator", "ombudsman", "relatives");
  public static final List<String> ANSWERS = List.of("accept", "refuse", "counter");

  /// One and the same whether a person may not, will not or cannot go (R16).
  public static final List<String> GROUNDS =
      List.of("not-with-us", "unknown-person", "not-available", "other-terms", "already-gone");

  private static final TableReader.Shape SHAPE =
      new TableReader.Shape(List.of("name", "born"), List.of("name"));

  private final Database database;
  private final RequestRepository requests;
  private final AuditSink audit;
  private final Vault vault;
  private final OfferNames names;

  public Requests(Database database, AuditSink audit, Vault vault, Persons persons) {
    this.database = database;
    this.requests = new RequestRepository(database.jdbc());
    this.audit = audit;
    this.vault = vault;
    this.names = new OfferNames(database, persons);
  }

  /// What is written about a letter.
  ///
  /// @param letter its number as written on it; null if it has none
  public record Entry(String kind, String channel, @Nullable String letter, LocalDate receivedOn) {}

  /// A name as written, with a birth date as written or an empty text.
  public record Written(String name, String born) {}

  /// Takes a letter in, sealed and hashed as it came. Rows of a table are matched at once; those of
  /// a scan are typed afterwards. Call it outside a transaction.
  ///
  /// @param id made for the form: what is sent twice is taken in once
  public Taken take(UUID id, Entry entry, byte[] file, LocalDate today, Member by) {
    by.needs(Right.RECORD_ANSWERS);
    if (entry.receivedOn().isAfter(today)) {
      return new Taken.Refused("request.future", "received");
    }
    List<Written> rows = new ArrayList<>();
    if (ScanType.of(file.length < 8 ? file : java.util.Arrays.copyOf(file, 8)).isEmpty()) {
      try {
        List<Taken.Fault> faults = new ArrayList<>();
        for (Table.Line line : TableReader.read(file, SHAPE).lines()) {
          read(new Written(line.cell("name"), line.cell("born")), line.number(), rows, faults);
        }
        if (!faults.isEmpty()) {
          return new Taken.Wrong(faults.subList(0, Math.min(faults.size(), 50)));
        }
      } catch (Unreadable e) {
        return new Taken.NoTable(e.finding().code(), e.finding().value());
      }
    }
    byte[] hash = vault.put(id, new ByteArrayInputStream(file)).sha256();
    try {
      database.transactions().executeWithoutResult(tx -> add(id, entry, hash, rows, by));
      return new Taken.In(id);
    } catch (DataIntegrityViolationException e) {
      return new Taken.Refused(ExchangeRule.code(e), "");
    }
  }

  private static void read(Written row, int line, List<Written> rows, List<Taken.Fault> faults) {
    if (row.name().isBlank() || row.name().length() > 200) {
      faults.add(new Taken.Fault(line, "row.name", ""));
    } else if (row.born().length() > 40) {
      faults.add(new Taken.Fault(line, "row.born", ""));
    } else {
      rows.add(new Written(row.name().strip(), row.born().strip()));
    }
  }

  private void add(UUID id, Entry entry, byte[] hash, List<Written> rows, Member by) {
    if (requests.add(id, entry, hash, by)) {
      addRows(id, rows);
      audit.append(by.actor(), "exchange.request-take", Set.of(id), rows.size() + " rows");
    }
  }

  private void addRows(UUID id, List<Written> rows) {
    OfferNames.Search search = names.search();
    Set<UUID> taken = new HashSet<>(requests.named(id));
    int position = requests.rows(id).size();
    for (Written row : rows) {
      Matching.Found found =
          Matching.find(
              candidates(search, row.name()), Matching.day(row.born()).orElse(null), taken);
      position++;
      requests.addRow(id, position, row, found);
    }
  }

  private static List<Matching.Candidate> candidates(OfferNames.Search search, String name) {
    return search.find(name).stream()
        .map(k -> new Matching.Candidate(k.id().value(), k.bornOn(), k.same()))
        .toList();
  }

  /// Adds rows that an officer typed from a scan.
  ///
  /// @param version of the request that the officer saw
  public Noted type(UUID id, int version, List<Written> rows, Member by) {
    List<Written> whole = new ArrayList<>();
    List<Taken.Fault> faults = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      read(rows.get(i), i + 1, whole, faults);
    }
    if (!faults.isEmpty() || whole.isEmpty()) {
      return new Noted.Refused(
          List.of(
              new svoi.cases.Finding(
                  faults.isEmpty() ? "row.name" : faults.getFirst().code(), "rows")));
    }
    return change(id, version, by, "exchange.request-type", () -> addRows(id, whole));
  }

  /// Whom an ambiguous or unknown row may mean, the likeliest first; at most eight. The log says
  /// whom the page names.
  public List<Request.Person> candidates(Request.Row row) {
    List<UUID> ids =
        names.search().find(row.writtenName()).stream().map(k -> k.id().value()).limit(8).toList();
    Map<UUID, Request.Person> known =
        requests.persons(ids).stream()
            .collect(Collectors.toMap(Request.Person::id, Function.identity()));
    return ids.stream().map(known::get).filter(Objects::nonNull).toList();
  }

  /// An officer says whom a row means.
  ///
  /// @param person null: nobody whom we know
  public Noted decide(UUID id, int version, int position, @Nullable UUID person, Member by) {
    return change(
        id,
        version,
        by,
        "exchange.request-match",
        () -> requests.match(id, position, person == null ? "unknown" : "linked", person));
  }

  /// What is answered to one row.
  ///
  /// @param ground needed for a refusal
  public record Answer(int position, String answer, @Nullable String ground) {}

  /// Answers rows.
  public Noted answer(UUID id, int version, List<Answer> answers, Member by) {
    return change(
        id,
        version,
        by,
        "exchange.request-answer",
        () -> answers.forEach(answer -> requests.answer(id, answer, by)));
  }

  /// Moves the request on, as its machine draws it.
  public Noted move(UUID id, int version, String state, Member by) {
    return change(id, version, by, "exchange.request-" + state, () -> requests.move(id, state, by));
  }

  private Noted change(UUID id, int version, Member by, String action, Runnable work) {
    by.needs(Right.RECORD_ANSWERS);
    return Noted.keepingRules(
        database,
        () -> {
          if (!requests.count(id, version)) {
            return new Noted.Stale();
          }
          work.run();
          Set<UUID> ids =
              Stream.concat(Stream.of(id), requests.named(id).stream()).collect(Collectors.toSet());
          audit.append(by.actor(), action, ids, "");
          return new Noted.Done(id);
        });
  }

  /// A request with its rows; the log says whom it named.
  public Optional<Request> find(UUID id, Member by) {
    by.needs(Right.READ_OFFERS);
    Optional<Request> found = requests.find(id);
    found.ifPresent(
        request -> {
          Set<UUID> ids = new HashSet<>(Set.of(id));
          ids.addAll(requests.named(id));
          audit.append(by.actor(), "exchange.request-read", ids, "");
        });
    return found;
  }

  /// Requests without their rows, the newest first; at most 100.
  ///
  /// @param state empty for those that wait for an answer
  public List<Line> list(String state, Member by) {
    by.needs(Right.READ_OFFERS);
    return requests.list(state);
  }

  /// @param rows how many persons it asks for
  /// @param open how many of them have no answer
  /// @param ambiguous how many an officer has to decide
  public record Line(
      UUID id,
      String kind,
      String channel,
      @Nullable String letter,
      LocalDate receivedOn,
      String state,
      int rows,
      int open,
      int ambiguous) {}

  /// The file as it came; the log says who opened it.
  public Optional<Paper> file(UUID id, Member by) {
    by.needs(Right.READ_OFFERS);
    return requests
        .hash(id)
        .map(
            hash -> {
              audit.append(by.actor(), "exchange.request-file", Set.of(id), "");
              return new Papers(vault).open(id, hash);
            });
  }
}

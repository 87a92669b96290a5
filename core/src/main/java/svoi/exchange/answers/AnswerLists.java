package svoi.exchange.answers;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.audit.AuditSink;
import svoi.exchange.AwaitedId;
import svoi.exchange.ExchangeRule;
import svoi.exchange.offers.Noted;
import svoi.exchange.offers.Paper;
import svoi.exchange.offers.Papers;
import svoi.platform.Database;
import svoi.platform.Vault;
import svoi.register.imports.Table;
import svoi.register.imports.TableReader;
import svoi.register.imports.Unreadable;
import svoi.staff.Member;
import svoi.staff.Right;

/// Answers about many persons in one table: read and matched, looked at, then written into the
/// ledger all at once. Until then nothing of it counts.
public final class AnswerLists {
  public static final List<String> CHANNELS = List.of("direct", "icrc", "mediator", "ombudsman");

  private static final TableReader.Shape SHAPE =
      new TableReader.Shape(
          List.of("name", "born", "answer", "ground", "date"), List.of("name", "answer"));
  private static final Map<String, String> KINDS =
      Map.of(
          "refused", "refused",
          "accepted", "accepted",
          "countered", "countered",
          "відмова", "refused",
          "згода", "accepted",
          "зустрічна пропозиція", "countered",
          "отказ", "refused",
          "согласие", "accepted",
          "встречное предложение", "countered");

  private final Database database;
  private final AnswerListRepository lists;
  private final LedgerRepository ledger;
  private final AuditSink audit;
  private final Vault vault;

  public AnswerLists(Database database, AuditSink audit, Vault vault) {
    this.database = database;
    this.lists = new AnswerListRepository(database.jdbc());
    this.ledger = new LedgerRepository(database.jdbc());
    this.audit = audit;
    this.vault = vault;
  }

  /// What is written about a letter.
  public record Entry(String channel, @Nullable String letter, LocalDate receivedOn) {}

  record Written(String name, String born, String kind, @Nullable String ground, LocalDate on) {}

  /// Reads a table, sealed and hashed as it came. Call it outside a transaction.
  ///
  /// @param id made for the form: what is sent twice is read once
  public Taken take(UUID id, Entry entry, byte[] file, LocalDate today, Member by) {
    by.needs(Right.RECORD_ANSWERS);
    if (entry.receivedOn().isAfter(today)) {
      return new Taken.Refused("request.future", "received");
    }
    List<Taken.Fault> faults = new ArrayList<>();
    List<Written> rows = new ArrayList<>();
    try {
      for (Table.Line line : TableReader.read(file, SHAPE).lines()) {
        read(line, entry.receivedOn(), rows, faults);
      }
    } catch (Unreadable e) {
      return new Taken.NoTable(e.finding().code(), e.finding().value());
    }
    if (!faults.isEmpty()) {
      return new Taken.Wrong(faults.subList(0, Math.min(faults.size(), 50)));
    }
    byte[] hash = vault.put(id, new ByteArrayInputStream(file)).sha256();
    try {
      database.transactions().executeWithoutResult(tx -> add(id, entry, hash, rows, by));
      return new Taken.In(id);
    } catch (DataIntegrityViolationException e) {
      return new Taken.Refused(ExchangeRule.code(e), "");
    }
  }

  private static void read(
      Table.Line line, LocalDate received, List<Written> rows, List<Taken.Fault> faults) {
    String name = line.cell("name");
    String born = line.cell("born");
    String kind = KINDS.get(line.cell("answer").toLowerCase(Locale.ROOT));
    String ground = line.cell("ground").toLowerCase(Locale.ROOT);
    String date = line.cell("date");
    Optional<LocalDate> on = date.isEmpty() ? Optional.of(received) : Matching.day(date);
    boolean refused = "refused".equals(kind);
    String known = refused && ground.isEmpty() ? "none-given" : ground;
    int before = faults.size();
    fault(faults, line, name.isBlank() || name.length() > 200, "row.name", "");
    fault(faults, line, born.length() > 40, "row.born", born);
    fault(faults, line, kind == null, "row.answer", line.cell("answer"));
    fault(faults, line, refused && !Answers.GROUNDS.contains(known), "row.ground", ground);
    fault(faults, line, on.isEmpty() || on.get().isAfter(received), "row.date", date);
    if (faults.size() == before && kind != null && on.isPresent()) {
      rows.add(new Written(name, born, kind, refused ? known : null, on.get()));
    }
  }

  private static void fault(
      List<Taken.Fault> faults, Table.Line line, boolean wrong, String code, String value) {
    if (wrong) {
      faults.add(new Taken.Fault(line.number(), code, value));
    }
  }

  private void add(UUID id, Entry entry, byte[] hash, List<Written> rows, Member by) {
    if (!lists.add(id, entry, hash, by)) {
      return;
    }
    List<String> names = rows.stream().map(Written::name).toList();
    List<LocalDate> born = rows.stream().flatMap(r -> Matching.day(r.born()).stream()).toList();
    AwaitedMatches near = AwaitedMatches.of(database.jdbc(), names, born);
    Set<UUID> taken = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      Written row = rows.get(i);
      Matching.Found found =
          Matching.find(near.candidates(row.name()), Matching.day(row.born()).orElse(null), taken);
      lists.addRow(id, i + 1, row, found);
    }
    audit.append(by.actor(), "exchange.answers-take", Set.of(id), rows.size() + " rows");
  }

  /// A list with its rows; the log says whom it named.
  public Optional<AnswerList> find(UUID id, Member by) {
    by.needs(Right.READ_NEEDS);
    Optional<AnswerList> found = lists.find(id);
    found.ifPresent(
        list -> {
          Set<UUID> ids = new HashSet<>(Set.of(id));
          list.rows().stream()
              .map(AnswerList.Row::awaited)
              .filter(Objects::nonNull)
              .forEach(ids::add);
          audit.append(by.actor(), "exchange.answers-read", ids, "");
        });
    return found;
  }

  /// Lists that wait to be entered.
  public List<Line> open(Member by) {
    by.needs(Right.READ_NEEDS);
    return lists.open();
  }

  /// @param ambiguous rows that an officer has to decide
  public record Line(
      UUID id,
      String channel,
      @Nullable String letter,
      LocalDate receivedOn,
      int rows,
      int ambiguous) {}

  /// Whom a row may mean, the likeliest first; at most eight.
  public List<Answers.Person> candidates(AnswerList.Row row) {
    List<LocalDate> born = Matching.day(row.writtenBorn()).stream().toList();
    return AwaitedMatches.of(database.jdbc(), List.of(row.writtenName()), born)
        .persons(row.writtenName())
        .stream()
        .limit(8)
        .map(k -> new Answers.Person(new AwaitedId(k.id()), k.fullName(), k.bornOn(), k.category()))
        .toList();
  }

  /// An officer says whom a row means.
  ///
  /// @param person null: nobody whom we know
  public Noted decide(UUID id, int version, int position, @Nullable UUID person, Member by) {
    return change(
        id,
        version,
        by,
        null,
        "exchange.answers-match",
        () -> lists.match(id, position, person == null ? "unknown" : "linked", person));
  }

  /// Writes every row that means a person who was asked for into the ledger; the others stay in
  /// the list as they are.
  public Noted enter(UUID id, int version, Member by) {
    return change(
        id,
        version,
        by,
        "entered",
        "exchange.answers-enter",
        () ->
            lists.find(id).orElseThrow().rows().stream()
                .filter(row -> row.awaited() != null)
                .sorted(java.util.Comparator.comparing(row -> String.valueOf(row.awaited())))
                .forEach(row -> enter(id, row, by)));
  }

  private void enter(UUID id, AnswerList.Row row, Member by) {
    AwaitedId awaited = new AwaitedId(Objects.requireNonNull(row.awaited()));
    ledger.lock(awaited);
    ledger
        .openAsking(awaited, row.on())
        .ifPresent(
            asking -> {
              UUID entry = UUID.randomUUID();
              Answers.Said said = new Answers.Said(row.kind(), row.on(), row.ground());
              ledger.say(entry, asking, said, lists.hash(id), id, by);
              lists.entered(id, row.position(), entry);
            });
  }

  /// Puts a list away that is not to be entered.
  public Noted setAside(UUID id, int version, Member by) {
    return change(id, version, by, "set-aside", "exchange.answers-set-aside", () -> {});
  }

  private Noted change(
      UUID id, int version, Member by, @Nullable String outcome, String action, Runnable work) {
    by.needs(Right.RECORD_ANSWERS);
    return Noted.keepingRules(
        database,
        () -> {
          if (!lists.lock(id, version)) {
            return new Noted.Stale();
          }
          work.run();
          lists.decide(id, outcome, by);
          audit.append(by.actor(), action, Set.of(id), "");
          return new Noted.Done(id);
        });
  }

  /// The file as it came; the log says who opened it.
  public Optional<Paper> open(UUID id, Member by) {
    by.needs(Right.READ_NEEDS);
    if (lists.find(id).isEmpty()) {
      return Optional.empty();
    }
    audit.append(by.actor(), "exchange.answers-file", Set.of(id), "");
    return Optional.of(new Papers(vault).open(id, lists.hash(id)));
  }
}

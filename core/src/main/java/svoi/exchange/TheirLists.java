package svoi.exchange;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import svoi.audit.AuditSink;
import svoi.names.PersonName;
import svoi.platform.Database;
import svoi.platform.Evidence;
import svoi.platform.Vault;
import svoi.register.imports.Finding;
import svoi.register.imports.Table;
import svoi.register.imports.TableReader;
import svoi.register.imports.Unreadable;
import svoi.staff.Member;
import svoi.staff.Right;

/// Lists that the other side sent: a table becomes a draft version whose names are matched with
/// known persons, or left as they were written. Nobody is invented (scenario 20).
public final class TheirLists {
  private static final TableReader.Shape SHAPE =
      new TableReader.Shape(
          List.of("block", "side", "name", "born", "terms"), List.of("block", "side", "name"));
  private static final Map<String, Side> SIDES =
      Map.of(
          "awaited", Side.AWAITED,
          "offered", Side.OFFERED,
          "в україну", Side.AWAITED,
          "з україни", Side.OFFERED);
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT));

  /// The day from which spreadsheets count.
  private static final LocalDate SPREADSHEET = LocalDate.of(1899, 12, 30);

  private final Database database;
  private final ListRepository lists;
  private final BlockRepository blocks;
  private final RoundRepository rounds;
  private final AuditSink audit;
  private final Vault vault;

  public TheirLists(Database database, AuditSink audit, Vault vault) {
    this.database = database;
    this.lists = new ListRepository(database.jdbc());
    this.blocks = new BlockRepository(database.jdbc());
    this.rounds = new RoundRepository(database.jdbc());
    this.audit = audit;
    this.vault = vault;
  }

  /// What came of reading a file.
  public sealed interface Reading {
    /// A draft version of theirs, to be looked at and then received or thrown away.
    record Drafted(int n) implements Reading {}

    /// Cells that can't be read; nothing was written.
    record Wrong(List<Fault> faults) implements Reading {
      public Wrong {
        faults = List.copyOf(faults);
      }
    }

    /// The file is no such table; nothing was written.
    record NoTable(Finding finding) implements Reading {}

    /// Rows name children or gravely wounded persons: it is recorded as their demand, with a
    /// ground of ours.
    record GroundNeeded(int rows) implements Reading {}

    /// @param code stable code of the rule
    record Refused(String code) implements Reading {}
  }

  /// @param line as a spreadsheet shows it
  /// @param code stable, for example `column-number`
  public record Fault(int line, String column, String code, String value) {}

  /// Reads a file into a draft version, sealed and hashed as it came. Call it outside a
  /// transaction.
  ///
  /// @param demand our ground for recording rows of the unconditional track as their demand; empty:
  ///     there ought to be none
  public Reading read(Member by, RoundId round, byte[] file, String demand) {
    by.needs(Right.MANAGE_ROUNDS);
    List<Line> lines;
    try {
      List<Fault> faults = new ArrayList<>();
      lines = lines(TableReader.read(file, SHAPE), round, faults);
      if (!faults.isEmpty()) {
        return new Reading.Wrong(faults.subList(0, Math.min(faults.size(), 50)));
      }
    } catch (Unreadable e) {
      return new Reading.NoTable(e.finding());
    }
    Namesakes namesakes =
        Namesakes.of(database.jdbc(), round, lines.stream().map(Line::written).toList());
    List<Namesakes.Found> found = lines.stream().map(l -> namesakes.find(l.written())).toList();
    int apart = (int) found.stream().filter(TheirLists::isApart).count();
    if (apart > 0 && demand.strip().length() < 10) {
      return new Reading.GroundNeeded(apart);
    }
    Evidence evidence = vault.put(round.value(), new ByteArrayInputStream(file));
    return write(by, round, lines, found, evidence, demand.strip());
  }

  private static boolean isApart(Namesakes.Found found) {
    Namesakes.Known one = found.one();
    return one != null && one.apart();
  }

  private Reading write(
      Member by,
      RoundId round,
      List<Line> lines,
      List<Namesakes.Found> found,
      Evidence evidence,
      String demand) {
    int[] number = new int[1];
    Moved moved =
        Rounds.keepingRules(
            database,
            () -> {
              if (rounds.lock(round).filter(state -> !state.isOver()).isEmpty()) {
                return Moved.Refused.by("round.not_negotiating", "");
              }
              UUID list = UUID.randomUUID();
              lists.supersede(round, false);
              lists.addTheirs(list, round, evidence.sha256(), by);
              Set<UUID> named = new HashSet<>();
              for (int i = 0; i < lines.size(); i++) {
                TheirRow row = lines.get(i).matched(found.get(i), named);
                lists.addRow(list, i + 1, row, isApart(found.get(i)) ? demand : null);
              }
              number[0] = lists.of(round).getFirst().n();
              audit.append(
                  by.actor(), "exchange.list-import", Set.of(round.value()), "list " + number[0]);
              return new Moved.Done();
            });
    return moved instanceof Moved.Refused refused
        ? new Reading.Refused(refused.obstacles().getFirst().code())
        : new Reading.Drafted(number[0]);
  }

  /// Somebody whom a row may mean.
  public record Choice(UUID id, String name, @Nullable LocalDate bornOn, String kind) {}

  /// Whom a row of a draft of theirs may mean, the likeliest first. Nobody of the unconditional
  /// track is among them: a demand is entered with its file.
  public List<Choice> choices(RoundId round, ListRow row) {
    LocalDate born = row.born().isEmpty() ? null : day(row.born()).orElse(null);
    Namesakes.Written written = new Namesakes.Written(row.side(), row.name(), born);
    return Namesakes.of(database.jdbc(), round, List.of(written)).candidates(written).stream()
        .filter(known -> !known.apart())
        .map(known -> new Choice(known.id(), name(known.name()), known.bornOn(), known.kind()))
        .toList();
  }

  private static String name(PersonName name) {
    String patronymic = name.patronymicUk();
    String plain = name.familyUk() + " " + name.givenUk();
    return patronymic == null ? plain : plain + " " + patronymic;
  }

  /// An officer says whom a row means.
  ///
  /// @param participant null: nobody who is known
  public Moved decide(
      Member by, RoundId round, ListVersion list, int position, @Nullable UUID participant) {
    by.needs(Right.MANAGE_ROUNDS);
    return Rounds.keepingRules(
        database,
        () -> {
          if (!lists.link(list.id(), position, participant, null)) {
            return new Moved.Stale();
          }
          Set<UUID> ids =
              participant == null ? Set.of(round.value()) : Set.of(round.value(), participant);
          audit.append(by.actor(), "exchange.list-match", ids, "list " + list.n());
          return new Moved.Done();
        });
  }

  private record Line(int block, String terms, Namesakes.Written written, String born) {
    /// @param named whom earlier rows named: a second row of the same person is for an officer
    TheirRow matched(Namesakes.Found found, Set<UUID> named) {
      Namesakes.Known one = found.one();
      boolean linked = one != null && named.add(one.id());
      String match = linked ? "linked" : one != null || found.several() ? "ambiguous" : "unknown";
      UUID participant = linked && one != null ? one.id() : null;
      return new TheirRow(block, terms, written.side(), match, participant, written.name(), born);
    }
  }

  private List<Line> lines(Table table, RoundId round, List<Fault> faults) {
    Map<Integer, Block> known =
        blocks.of(round).stream().collect(Collectors.toMap(Block::number, Function.identity()));
    List<Line> lines = new ArrayList<>();
    for (Table.Line line : table.lines()) {
      String number = line.cell("block");
      boolean isNumber = number.matches("[1-9][0-9]{0,2}");
      Side side = SIDES.get(line.cell("side").toLowerCase(Locale.ROOT));
      String name = line.cell("name");
      String born = line.cell("born");
      Optional<LocalDate> day = born.isEmpty() ? Optional.empty() : day(born);
      check(isNumber, line, "block", "column-number", faults);
      check(side != null, line, "side", "column-not-one-of", faults);
      check(!name.isEmpty() && name.length() <= 200, line, "name", "column-empty", faults);
      check(born.isEmpty() || day.isPresent(), line, "born", "column-date", faults);
      if (isNumber && side != null) {
        Block block = known.get(Integer.valueOf(number));
        String terms = line.cell("terms");
        String own = !terms.isEmpty() ? terms : block == null ? "asymmetric" : block.terms();
        check(
            own.matches("[1-9][0-9]{0,3}:[1-9][0-9]{0,3}|asymmetric"),
            line,
            "terms",
            "column-not-one-of",
            faults);
        lines.add(
            new Line(
                Integer.parseInt(number),
                own,
                new Namesakes.Written(side, name, day.orElse(null)),
                day.map(LocalDate::toString).orElse(born)));
      }
    }
    return lines;
  }

  private static void check(
      boolean ok, Table.Line line, String column, String code, List<Fault> faults) {
    if (!ok) {
      faults.add(new Fault(line.number(), column, code, line.cell(column)));
    }
  }

  private static Optional<LocalDate> day(String text) {
    if (text.matches("[0-9]{4,5}")) {
      return Optional.of(SPREADSHEET.plusDays(Long.parseLong(text)));
    }
    return DATES.stream().flatMap(form -> day(text, form).stream()).findFirst();
  }

  private static Optional<LocalDate> day(String text, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDate.parse(text, form));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

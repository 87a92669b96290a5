package svoi.app.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import svoi.audit.AuditTrail;
import svoi.cases.CaseFile;
import svoi.cases.Cases;
import svoi.cases.PersonId;
import svoi.consent.Consents;
import svoi.consent.Scope;
import svoi.exchange.RoundId;
import svoi.exchange.RoundState;
import svoi.media.MediaStore;
import svoi.platform.Database;
import svoi.platform.Kyiv;
import svoi.platform.PersonKeys;
import svoi.platform.Vault;
import svoi.reference.Reference;
import svoi.register.Register;
import svoi.register.imports.Column;
import svoi.register.imports.Importer;
import svoi.register.imports.Report;
import svoi.register.imports.Unreadable;
import svoi.staff.Member;
import svoi.staff.Staff;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// Loads invented persons once, through the import and the services, with the clock moved
/// back for those whose consents are old: every state of the rules has somebody in it.
public final class Demo {
  private static final StaffId OMBUDSMAN =
      new StaffId(UUID.nameUUIDFromBytes("svoi-demo:ombudsman".getBytes(StandardCharsets.UTF_8)));

  private static final int EXPIRED = 20;
  private static final int RENEWED = 60;
  private static final int DRAFTS = 40;

  /// Rounds, and who is awaited in them, take longer to load than few persons do.
  private static final int WITH_EXCHANGES = 1_000;

  private final Path folder;
  private final Database desk;
  private final Importer importer;
  private final DemoPlaces places;
  private final DemoTimeline timeline;
  private final DemoExchanges exchanges;
  private final DemoRows rows = new DemoRows();
  private final DemoStops stops;
  private int done;

  public Demo(
      Path data,
      DataSource owner,
      Database desk,
      Reference reference,
      MediaStore store,
      PersonKeys keys,
      Vault vault) {
    this.folder = data.resolve("demo");
    this.stops = new DemoStops(folder.resolve("tour.properties"));
    this.places = new DemoPlaces(desk, keys);
    this.timeline = new DemoTimeline(owner);
    this.exchanges =
        new DemoExchanges(
            owner, new DemoOffice(desk, new AuditTrail(desk.jdbc(), keys), keys, vault));
    this.desk = desk;
    this.importer = new Importer(desk, reference, store, true);
  }

  /// Adds the invented members of staff who are missing, and the institutions.
  public void ensureStaff() {
    DemoStaff.ensure(desk);
    places.ensure();
  }

  /// Whether the demo is there already.
  public boolean isLoaded() {
    return stops.areWritten();
  }

  /// Loads everything; takes some seconds. The smallest demos have no exchanges.
  ///
  /// @param persons how many, at least 500; from 1,000 on with exchanges
  /// @param progress told the number of persons so far
  public void load(int persons, IntConsumer progress) {
    int ordinary = persons - EXPIRED - RENEWED - DRAFTS;
    try {
      Files.createDirectories(folder);
      copyMedia();
      expired(progress);
      renewed(progress);
      int earlier = ordinary * 16 / 100;
      int spring = ordinary * 21 / 100;
      int summer = ordinary * 27 / 100;
      int latest = ordinary - earlier - spring - summer;
      var convicted =
          new DemoExchanges.Convicted(
              batch("earlier", earlier, 120, progress),
              batch("spring", spring, 60, progress),
              batch("summer", summer, 21, progress),
              batch("latest", latest, 0, progress));
      drafts(progress);
      lives(convicted.latest());
      if (persons >= WITH_EXCHANGES) {
        exchanges.load(persons, convicted).forEach(stops::add);
      }
      stops.write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One profile id for each state of the guided tour, in its order.
  public Map<String, UUID> tour() {
    return stops.persons();
  }

  /// A round in each state, in the order of the machine.
  public Map<RoundState, RoundId> rounds() {
    return stops.rounds();
  }

  private List<Map<Column, String>> batch(String name, int size, int daysAgo, IntConsumer progress)
      throws IOException {
    LocalDate today = LocalDate.now(Kyiv.ZONE).minusDays(daysAgo);
    List<Map<Column, String>> made = Stream.generate(() -> rows.row(today)).limit(size).toList();
    take(name, made, daysAgo, progress);
    return made;
  }

  /// Published 190 days ago and never asked again: gone by time alone (R13).
  private void expired(IntConsumer progress) throws IOException {
    List<Map<Column, String>> made = batch("expired", EXPIRED, 190, progress);
    remember("expired", made.getFirst());
  }

  /// Asked again in time: the chain of consents is unbroken and the days count from the first.
  private void renewed(IntConsumer progress) throws IOException {
    List<Map<Column, String>> made = batch("first-consents", RENEWED, 150, progress);
    LocalDate today = LocalDate.now(Kyiv.ZONE);
    made.forEach(row -> rows.consents(row, today.minusDays(20), " renewed"));
    take("renewed-consents", made, 0, n -> {});
  }

  /// Rows that never were public.
  private void drafts(IntConsumer progress) throws IOException {
    LocalDate today = LocalDate.now(Kyiv.ZONE);
    List<Map<Column, String>> made = new ArrayList<>();
    for (int i = 0; i < DRAFTS; i++) {
      Map<Column, String> row = rows.row(today);
      row.put(Column.PUBLISH, "no");
      switch (i % 5) {
        case 0 -> row.put(Column.BORN_ON, "2005-06-01");
        case 1 -> row.remove(Column.IN_FORCE_ON);
        case 2 -> row.put(Column.PRISONER_OF_WAR, "yes");
        case 3 -> row.put(Column.IN_ABSENTIA, "yes");
        default -> row.put(Column.CONSENT_SCOPES, "exchange");
      }
      made.add(row);
    }
    take("drafts", made, 0, progress);
    remember("minor", made.get(0));
    remember("not-in-force", made.get(1));
  }

  /// What happens to people after publication, each through the service that an officer would use.
  private void lives(List<Map<Column, String>> published) {
    AuditTrail audit = new AuditTrail(desk.jdbc());
    Cases cases = new Cases(desk, audit);
    Consents consents = new Consents(desk, audit);
    Register register = new Register(desk, audit);
    Member ombudsman = new Member(OMBUDSMAN, "ombudsman", Set.of(StaffRole.MONITOR));
    LocalDate today = LocalDate.now(Kyiv.ZONE);
    desk.inTransaction(
        () -> {
          new Staff(desk.jdbc(), audit).add(ombudsman);
          for (int i = 0; i < 60; i++) {
            PersonId person = person(published.get(i));
            switch (i / 10) {
              case 0 -> cases.record(person, new CaseFile.Event("quashed", today), "demo");
              case 1 -> register.hold(person, ombudsman);
              case 2 -> cases.left(person, today.minusDays(2), "demo");
              case 3 -> cases.left(person, today.minusDays(30), "demo");
              case 4 -> cases.died(person, today, "demo");
              default -> {}
            }
          }
          return true;
        });
    consents.linkCounsel("ДЕМО-1", DemoStaff.id("counsel"), "demo");
    for (int i = 50; i < 60; i++) {
      consents.withdraw(person(published.get(i)), EnumSet.of(Scope.TEXT), "counsel", "demo");
    }
    remember("quashed", published.get(0));
    remember("held", published.get(10));
    remember("departed", published.get(20));
    remember("departed-gone", published.get(30));
    remember("died", published.get(40));
    remember("withdrawn", published.get(50));
    List<Map<Column, String>> rest = published.subList(60, published.size());
    remember("published", first(rest, true, true));
    remember("video", first(rest, false, true));
    remember("plain", first(rest, false, false));
    places.hold(
        Stream.of(first(rest, true, true), first(rest, false, true), first(rest, false, false))
            .map(this::person)
            .distinct()
            .toList());
  }

  private static Map<Column, String> first(
      List<Map<Column, String>> rows, boolean photo, boolean video) {
    return rows.stream()
        .filter(r -> r.containsKey(Column.PHOTO) == photo && r.containsKey(Column.VIDEO) == video)
        .findFirst()
        .orElse(rows.getFirst());
  }

  private void remember(String state, Map<Column, String> row) {
    UUID profile =
        desk.jdbc()
            .sql("SELECT id FROM register.v_standing WHERE person_id = ?")
            .param(person(row).value())
            .query(UUID.class)
            .single();
    stops.add(state, profile);
  }

  private PersonId person(Map<Column, String> row) {
    return new PersonId(
        desk.jdbc()
            .sql("SELECT person_id FROM cases.v_proceeding WHERE case_number = ?")
            .param(row.get(Column.CASE_NUMBER))
            .query(UUID.class)
            .single());
  }

  private void take(String name, List<Map<Column, String>> made, int daysAgo, IntConsumer progress)
      throws IOException {
    Path file = folder.resolve(name + ".csv");
    write(file, made);
    timeline.moveBack(daysAgo);
    try {
      int before = done;
      Report report = importer.run(file, true, n -> progress.accept(before + n));
      done += made.size();
      report.verdicts().stream()
          .filter(v -> v.outcome() == Report.Outcome.REFUSED)
          .findFirst()
          .ifPresent(
              v -> {
                throw new IllegalStateException(
                    name + ".csv line " + v.line() + " " + v.findings());
              });
    } catch (Unreadable e) {
      throw new IllegalStateException(e);
    } finally {
      timeline.moveBack(0);
    }
  }

  private static void write(Path file, List<Map<Column, String>> made) throws IOException {
    String[] header = Arrays.stream(Column.values()).map(Column::label).toArray(String[]::new);
    try (BufferedWriter out = Files.newBufferedWriter(file);
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader(header).get())) {
      for (Map<Column, String> row : made) {
        csv.printRecord(Arrays.stream(Column.values()).map(c -> row.getOrDefault(c, "")));
      }
    }
  }

  private void copyMedia() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      names.add("portrait-%02d.jpg".formatted(i));
      names.add("portrait-%02d.avif".formatted(i));
    }
    for (int i = 1; i <= 3; i++) {
      for (String ending :
          List.of(
              "mp4", "jpg", "avif", "uk.vtt", "ru.vtt", "en.vtt", "uk.txt", "ru.txt", "en.txt")) {
        names.add("interview-" + i + "." + ending);
      }
    }
    for (String name : names) {
      try (InputStream in = Invented.open(name)) {
        Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}

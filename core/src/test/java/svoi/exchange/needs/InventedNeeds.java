package svoi.exchange.needs;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import svoi.audit.AuditTrail;
import svoi.exchange.AwaitedId;
import svoi.exchange.AwaitedState;
import svoi.exchange.Category;
import svoi.exchange.RoundsSample;
import svoi.names.Counterpart;
import svoi.names.PersonName;
import svoi.platform.Database;
import svoi.platform.DatabaseClock;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.platform.TestVault;
import svoi.staff.Member;

/// Services of awaited persons over one database for a class of tests.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InventedNeeds {
  protected static final Member OFFICER = RoundsSample.OFFICER;
  protected static final Member SECOND = RoundsSample.SECOND;
  protected static final Member RETURNS = RoundsSample.RETURNS;

  @TempDir static Path folder;
  protected TestDatabase database;
  protected RoundsSample sample;
  protected AwaitedFiles files;
  protected AwaitedStates states;
  protected AwaitedNames names;
  protected NeedCards cards;
  protected NeedLists lists;
  protected NeedImports imports;
  protected Families families;
  protected NameGate gate;
  protected AuditTrail audit;

  @BeforeAll
  final void create() {
    database = TestDatabase.create();
    sample = RoundsSample.in(database);
    Database desk = database.as(Role.DESK);
    var keys = TestVault.keys(desk);
    var clock = new DatabaseClock();
    audit = new AuditTrail(desk.jdbc(), keys);
    files = new AwaitedFiles(desk, audit, keys, clock);
    states = new AwaitedStates(desk, audit, TestVault.in(folder, desk));
    names = new AwaitedNames(desk);
    cards = new NeedCards(desk);
    lists = new NeedLists(desk, audit);
    imports = new NeedImports(desk, audit, keys, clock, names);
    families = new Families(desk, audit, keys);
    gate = new NameGate(desk, audit);
  }

  @AfterAll
  final void drop() {
    database.close();
  }

  @AfterEach
  final void resetClock() {
    database.moveClock(Duration.ZERO);
  }

  protected static Awaited person(String family, @Nullable LocalDate born) {
    return person(family, born, Category.POW, Health.ORDINARY);
  }

  protected static Awaited person(
      String family, @Nullable LocalDate born, Category category, Health health) {
    return new Awaited(
        "m",
        new PersonName(
            family,
            "Тест",
            null,
            Counterpart.russian("m", family, "", "").familyRu(),
            "Тест",
            null),
        "Vyhadka",
        "Test",
        born,
        category,
        health,
        LocalDate.of(2023, 3, 1));
  }

  /// Enters somebody through the service.
  protected AwaitedFile entered(Awaited person, Member by) {
    AwaitedId id = new AwaitedId(UUID.randomUUID());
    NeedSaving saving = files.create(id, person, Restricted.UNCHANGED, by);
    if (!(saving instanceof NeedSaving.Saved)) {
      throw new AssertionError(saving);
    }
    return files.find(id, by).orElseThrow();
  }

  protected AwaitedFile confirmed(String family, LocalDate born) {
    AwaitedFile file = entered(person(family, born), OFFICER);
    states.record(
        file,
        file.version(),
        new AwaitedStates.Entry(AwaitedState.CONFIRMED, Source.ICRC, sample.today()),
        null,
        OFFICER);
    return files.find(file.id(), OFFICER).orElseThrow();
  }

  protected static InputStream scan() {
    return new ByteArrayInputStream("%PDF-1.7 invented".getBytes(StandardCharsets.UTF_8));
  }

  protected static String code(NeedSaving saving) {
    return saving instanceof NeedSaving.Refused refused
        ? refused.findings().getFirst().code()
        : saving.getClass().getSimpleName();
  }

  protected int count(String sql, Object... values) {
    return sample.one(Integer.class, sql, values);
  }
}

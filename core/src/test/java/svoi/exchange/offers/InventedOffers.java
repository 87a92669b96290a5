package svoi.exchange.offers;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import svoi.audit.AuditTrail;
import svoi.cases.Finding;
import svoi.exchange.OfferedId;
import svoi.exchange.OfferedKind;
import svoi.exchange.PeopleSample;
import svoi.exchange.RoundsSample;
import svoi.names.PersonName;
import svoi.platform.Database;
import svoi.platform.PersonKeys;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.platform.TestVault;
import svoi.platform.Vault;
import svoi.staff.Member;

/// A database with invented persons who may be offered, and the services over it; the clock is put
/// back after each test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InventedOffers {
  protected static final Member OFFICER = PeopleSample.OFFICER;

  protected TestDatabase database;
  protected RoundsSample sample;
  protected Database desk;
  protected AuditTrail audit;
  protected PersonKeys keys;
  protected Vault vault;
  protected Availability availability;

  @BeforeAll
  final void create(@TempDir Path folder) {
    database = TestDatabase.create();
    sample = RoundsSample.in(database);
    desk = database.as(Role.DESK);
    keys = TestVault.keys(desk);
    audit = new AuditTrail(desk.jdbc(), keys);
    vault = TestVault.in(folder.resolve("vault"), desk);
    availability = new Availability(desk, audit);
  }

  @AfterAll
  final void drop() {
    database.close();
  }

  @AfterEach
  final void resetClock() {
    database.moveClock(Duration.ZERO);
  }

  protected final LocalDate today() {
    return sample.today();
  }

  /// How somebody stands for a handover on that day.
  protected final Availability.Standing standing(UUID offered, LocalDate day) {
    return availability.of(new OfferedId(offered), day);
  }

  /// An invented captive, held for two hundred days.
  protected final Captive captive(String family, LocalDate bornOn) {
    return new Captive(
        OfferedKind.RUSSIAN_POW,
        "prisoner-of-war",
        "m",
        new PersonName(family, "Приклад", null, "Условный", "Пример", null),
        "Umovnyi",
        "Pryklad",
        bornOn,
        today().minusDays(200),
        null,
        null,
        "рядовий, вигадана частина");
  }

  protected static InputStream scan() {
    return new ByteArrayInputStream("%PDF-1.7 вигадана ухвала".getBytes(StandardCharsets.UTF_8));
  }

  /// The code with which something was refused.
  protected static String refused(Noted noted) {
    return noted instanceof Noted.Refused no
        ? no.findings().stream().map(Finding::code).findFirst().orElseThrow()
        : noted.getClass().getSimpleName();
  }
}

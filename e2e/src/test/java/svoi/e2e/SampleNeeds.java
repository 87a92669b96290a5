package svoi.e2e;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditTrail;
import svoi.exchange.AwaitedId;
import svoi.exchange.AwaitedState;
import svoi.exchange.Category;
import svoi.exchange.needs.Awaited;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.AwaitedFiles;
import svoi.exchange.needs.AwaitedNames;
import svoi.exchange.needs.AwaitedStates;
import svoi.exchange.needs.Families;
import svoi.exchange.needs.FamilyContact;
import svoi.exchange.needs.Health;
import svoi.exchange.needs.NeedImports;
import svoi.exchange.needs.NeedLists;
import svoi.exchange.needs.Restricted;
import svoi.exchange.needs.Returns;
import svoi.exchange.needs.Source;
import svoi.names.PersonName;
import svoi.platform.Database;
import svoi.platform.DatabaseClock;
import svoi.platform.Kyiv;
import svoi.platform.PersonKeys;
import svoi.platform.Role;
import svoi.platform.Vault;
import svoi.register.imports.Unreadable;
import svoi.staff.Member;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// Awaited persons in the running demo, made by the desk's own services.
final class SampleNeeds {
  private static final String TABLE =
      """
      family_uk,given_uk,sex,born_on,category,held_since
      Переглядько,Зразок,m,1990-01-02,pow,2022-05-20
      Відмовченко,Зразок,m,1990-02-30,pow,2022-05-20
      """;
  private static final SampleNeeds MADE = new SampleNeeds();

  private final Database desk = Program.running().as(Role.DESK);
  private final AuditTrail audit = new AuditTrail(desk.jdbc());
  private final PersonKeys keys = Program.running().bean("personKeys", PersonKeys.class);
  private final Vault vault = Program.running().bean("vault", Vault.class);
  private final AwaitedFiles files = new AwaitedFiles(desk, audit, keys, new DatabaseClock());
  private final Member officer =
      member("Орися Обмінко", "coordination-hq", StaffRole.ROUND_OFFICER);
  private final Member returns =
      member("Мирослава Додомець", "ombudsman", StaffRole.RETURN_OFFICER);

  private final UUID person;
  private final UUID child;
  private final UUID before;
  private final UUID version;
  private final UUID upload;

  private SampleNeeds() {
    NeedLists lists = new NeedLists(desk, audit);
    confirmed("Давненко");
    before = lists.take(officer);
    person = confirmed("Чеканченко");
    version = lists.take(officer);
    contact(person);
    child = entered("Дитинчук", Category.CHILD, LocalDate.now(Kyiv.ZONE).minusYears(9), returns);
    new Returns(desk, audit, vault)
        .open(files.find(new AwaitedId(child), returns).orElseThrow(), returns);
    upload = table();
  }

  /// One who is confirmed, with a place and a contact of the family.
  static String person() {
    return "/desk/needs/" + MADE.person;
  }

  /// A child whose return was begun.
  static String child() {
    return "/desk/returns/" + MADE.child;
  }

  /// A version that waits for signatures.
  static String version() {
    return "/desk/needs/lists/" + MADE.version;
  }

  /// What differs between two versions.
  static String difference() {
    return version() + "/diff?with=" + MADE.before;
  }

  /// A table with a good row and a bad one, not decided yet.
  static String upload() {
    return "/desk/needs/import/" + MADE.upload;
  }

  private static Member member(String name, String agency, StaffRole role) {
    return new Member(new StaffId(DeskDoor.memberOf(name)), agency, Set.of(role));
  }

  private UUID entered(String family, Category category, LocalDate born, Member by) {
    AwaitedId id = new AwaitedId(UUID.randomUUID());
    PersonName name = new PersonName(family, "Зразок", null, family, "Зразок", null);
    Awaited person =
        new Awaited(
            "m",
            name,
            "Zrazkovyi",
            "Zrazok",
            born,
            category,
            Health.ORDINARY,
            LocalDate.of(2023, 3, 1));
    files.create(id, person, new Restricted("Умовна бригада", "Умовна колонія"), by);
    return id.value();
  }

  private UUID confirmed(String family) {
    UUID id = entered(family, Category.POW, LocalDate.of(1990, 1, 1), officer);
    AwaitedFile file = files.find(new AwaitedId(id), officer).orElseThrow();
    AwaitedStates.Entry known =
        new AwaitedStates.Entry(AwaitedState.CONFIRMED, Source.ICRC, LocalDate.now(Kyiv.ZONE));
    new AwaitedStates(desk, audit, vault).record(file, file.version(), known, null, officer);
    return id;
  }

  private void contact(UUID id) {
    FamilyContact contact =
        new FamilyContact(
            "Пані Зразкова",
            "мати",
            "+380 00 000 00 00",
            "соняшник",
            FamilyContact.Means.CALL,
            "uk",
            LocalTime.of(9, 0),
            LocalTime.of(18, 0));
    AwaitedFile file = files.find(new AwaitedId(id), officer).orElseThrow();
    new Families(desk, audit, keys).add(file, UUID.randomUUID(), contact, officer);
  }

  private UUID table() {
    NeedImports imports =
        new NeedImports(desk, audit, keys, new DatabaseClock(), new AwaitedNames(desk));
    try {
      return imports.upload(TABLE.getBytes(StandardCharsets.UTF_8), officer);
    } catch (Unreadable e) {
      throw new AssertionError(e);
    }
  }
}

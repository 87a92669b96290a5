package svoi.app.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditTrail;
import svoi.platform.Database;
import svoi.platform.Language;
import svoi.staff.Accounts;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// The invented members of a demo: somebody in each role, and two agencies to review each other.
public final class DemoStaff {
  private static final List<Invented> MEMBERS =
      List.of(
          new Invented("hur-author", "hur", "Зоряна Зразкова", StaffRole.AUTHOR),
          new Invented("hur-reviewer", "hur", "Дмитро Приміренко", StaffRole.REVIEWER),
          new Invented("sbu-author", "sbu", "Марко Макетенко", StaffRole.AUTHOR),
          new Invented("sbu-reviewer", "sbu", "Віра Перевірко", StaffRole.REVIEWER),
          new Invented("interviewer", "coordination-hq", "Лідія Розмовенко", StaffRole.INTERVIEWER),
          new Invented("verifier", "ombudsman", "Остап Звіренко", StaffRole.VERIFIER),
          new Invented("monitor", "ombudsman", "Соломія Наглядко", StaffRole.MONITOR),
          new Invented("counsel", "bar", "Захар Оборонець", StaffRole.COUNSEL),
          new Invented("liaison", "prison-service", "Пилип Зв’язко", StaffRole.PRISON_LIAISON),
          new Invented("rounds", "coordination-hq", "Орися Обмінко", StaffRole.ROUND_OFFICER),
          new Invented("rounds-sbu", "sbu", "Юхим Підписенко", StaffRole.ROUND_OFFICER),
          new Invented("returns", "ombudsman", "Мирослава Додомець", StaffRole.RETURN_OFFICER),
          new Invented("intake", "sbu", "Тарас Листовець", StaffRole.INTAKE_OFFICER),
          new Invented("intake-second", "sbu", "Ярина Конвертенко", StaffRole.INTAKE_OFFICER),
          new Invented("intake-third", "sbu", "Левко Скринько", StaffRole.INTAKE_OFFICER),
          new Invented(
              "departures", "migration-service", "Ганна Від’їздко", StaffRole.DEPARTURES_OFFICER),
          new Invented(
              "administrator", "coordination-hq", "Назар Налаштун", StaffRole.ADMINISTRATOR));

  private record Invented(String key, String agency, String name, StaffRole role) {}

  private DemoStaff() {}

  /// The id of an invented member, always the same.
  public static StaffId id(String key) {
    byte[] name = ("svoi-demo-staff:" + key).getBytes(StandardCharsets.UTF_8);
    return new StaffId(UUID.nameUUIDFromBytes(name));
  }

  /// Adds those who are missing.
  static void ensure(Database desk) {
    Accounts accounts = new Accounts(desk, new AuditTrail(desk.jdbc()));
    for (Invented member : MEMBERS) {
      if (accounts.find(id(member.key())).isEmpty()) {
        accounts.add(
            id(member.key()),
            member.agency(),
            Set.of(member.role()),
            member.name(),
            Language.UK,
            "demo");
      }
    }
  }
}

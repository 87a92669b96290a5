package svoi.e2e;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import svoi.platform.Role;
import svoi.staff.StaffRole;

/// Signing in to the running demo without a browser.
final class DeskDoor {
  private static final Map<StaffRole, String> KEYS =
      Map.ofEntries(
          Map.entry(StaffRole.AUTHOR, "Зоряна Зразкова"),
          Map.entry(StaffRole.REVIEWER, "Дмитро Приміренко"),
          Map.entry(StaffRole.INTERVIEWER, "Лідія Розмовенко"),
          Map.entry(StaffRole.VERIFIER, "Остап Звіренко"),
          Map.entry(StaffRole.PRISON_LIAISON, "Пилип Зв’язко"),
          Map.entry(StaffRole.COUNSEL, "Захар Оборонець"),
          Map.entry(StaffRole.ROUND_OFFICER, "Орися Обмінко"),
          Map.entry(StaffRole.RETURN_OFFICER, "Мирослава Додомець"),
          Map.entry(StaffRole.INTAKE_OFFICER, "Тарас Листовець"),
          Map.entry(StaffRole.DEPARTURES_OFFICER, "Ганна Від’їздко"),
          Map.entry(StaffRole.MONITOR, "Соломія Наглядко"),
          Map.entry(StaffRole.ADMINISTRATOR, "Назар Налаштун"));

  private DeskDoor() {}

  /// The session's cookie of the demo's member in that role.
  static String cookieOf(StaffRole role) {
    return cookieOf(java.util.Objects.requireNonNull(KEYS.get(role)));
  }

  /// The session's cookie of the demo's member with that name.
  static String cookieOf(String name) {
    return Program.running()
        .http()
        .send("POST", "/desk/demo?member=" + memberOf(name), "Sec-Fetch-Site", "same-origin")
        .header("Set-Cookie")
        .split(";", 2)[0];
  }

  /// The demo's member with that name.
  static UUID memberOf(String name) {
    String page = Program.running().http().get("/desk/demo").text();
    Matcher member =
        Pattern.compile("value=\"([0-9a-f-]{36})\"><b>" + Pattern.quote(name)).matcher(page);
    if (!member.find()) {
      throw new AssertionError("no member " + name);
    }
    return UUID.fromString(member.group(1));
  }

  /// Whose profile that is.
  static UUID personOf(UUID profile) {
    return Program.running()
        .as(Role.DESK)
        .jdbc()
        .sql("SELECT person_id FROM register.v_standing WHERE id = ?")
        .param(profile)
        .query(UUID.class)
        .single();
  }

  /// The author of the agency whose file that is.
  static String authorOf(UUID person) {
    return Program.running()
        .as(Role.DESK)
        .jdbc()
        .sql("SELECT CASE agency WHEN 'hur' THEN ? ELSE ? END FROM cases.v_person WHERE id = ?")
        .params("Зоряна Зразкова", "Марко Макетенко", person)
        .query(String.class)
        .single();
  }

  /// A person of that agency whose profile was never handed in.
  static UUID draftOf(String agency) {
    return Program.running()
        .as(Role.DESK)
        .jdbc()
        .sql(
            """
            SELECT p.id FROM cases.v_person p
            WHERE p.agency = ? AND NOT EXISTS (SELECT FROM register.submission s WHERE s.person_id = p.id)
            LIMIT 1
            """)
        .param(agency)
        .query(UUID.class)
        .single();
  }
}

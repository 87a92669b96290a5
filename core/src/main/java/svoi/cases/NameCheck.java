package svoi.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import svoi.names.PersonName;

/// Reads names as the rules of the database do, and says at the field what is wrong.
public final class NameCheck {
  private static final Pattern NAME =
      Pattern.compile(
          "[A-Za-z\\u00c0-\\u024f\\u0400-\\u04ff][A-Za-z\\u00c0-\\u024f\\u0400-\\u04ff’ -]{0,79}");
  private static final Pattern NOT_UKRAINIAN = Pattern.compile("[ыэёъЫЭЁЪ]");
  private static final Pattern NOT_RUSSIAN = Pattern.compile("[іїєґІЇЄҐ’]");

  private final List<Finding> findings = new ArrayList<>();

  private NameCheck() {}

  /// What must be corrected; fields are called `familyUk`, `givenUk` … and `sex`.
  public static List<Finding> findings(String sex, PersonName name) {
    NameCheck check = new NameCheck();
    check.require(Set.of("f", "m").contains(sex), "person.sex_required", "sex");
    check.ukrainian(name.familyUk(), "familyUk");
    check.ukrainian(name.givenUk(), "givenUk");
    check.ukrainian(name.patronymicUk(), "patronymicUk");
    check.russian(name.familyRu(), "familyRu");
    check.russian(name.givenRu(), "givenRu");
    check.russian(name.patronymicRu(), "patronymicRu");
    check.require(
        (name.patronymicUk() == null) == (name.patronymicRu() == null),
        "name.patronymic_in_both",
        name.patronymicUk() == null ? "patronymicUk" : "patronymicRu");
    return List.copyOf(check.findings);
  }

  /// The same of one part in Latin letters.
  public static List<Finding> latin(String part, String field) {
    NameCheck check = new NameCheck();
    check.name(part, field);
    return List.copyOf(check.findings);
  }

  private void require(boolean holds, String code, String field) {
    if (!holds) {
      findings.add(new Finding(code, field));
    }
  }

  private void ukrainian(@Nullable String name, String field) {
    name(name, field);
    require(name == null || !NOT_UKRAINIAN.matcher(name).find(), "name.not_ukrainian", field);
  }

  private void russian(@Nullable String name, String field) {
    name(name, field);
    require(name == null || !NOT_RUSSIAN.matcher(name).find(), "name.not_russian", field);
  }

  private void name(@Nullable String name, String field) {
    if (name == null) {
      return;
    }
    require(!name.isEmpty(), "name.required", field);
    boolean letters =
        NAME.matcher(name).matches() && !name.contains("  ") && !name.matches(".*[’ -]");
    require(name.isEmpty() || letters, "name.letters", field);
  }
}

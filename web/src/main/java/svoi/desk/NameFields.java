package svoi.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import svoi.names.Counterpart;
import svoi.names.PersonName;
import svoi.names.Written;

/// The fields of a person's name in forms: `familyUk`, `givenUk`, `patronymicUk`, the same in
/// Russian, and `sex`.
public final class NameFields {
  private static final List<String> NAMES =
      List.of("familyUk", "givenUk", "patronymicUk", "familyRu", "givenRu", "patronymicRu");

  private NameFields() {}

  /// The field in the form in which files keep names.
  public static String name(Typed typed, String field) {
    return Written.name(typed.text(field));
  }

  /// The same; null for an empty field.
  public static @Nullable String nameOrNull(Typed typed, String field) {
    String name = name(typed, field);
    return name.isEmpty() ? null : name;
  }

  /// What is proposed for names that were left empty: the other language's, and the sex that the
  /// patronymic tells. Empty when nothing is missing or nothing is known.
  public static Map<String, String> proposed(Typed typed) {
    Map<String, String> proposed = new LinkedHashMap<>();
    String sex = typed.text("sex");
    if (sex.isEmpty()) {
      String patronymic = name(typed, "patronymicUk") + name(typed, "patronymicRu");
      if (!patronymic.isEmpty()) {
        sex = patronymic.toLowerCase(Locale.ROOT).endsWith("на") ? "f" : "m";
        proposed.put("sex", sex);
      }
    }
    PersonName russian =
        Counterpart.russian(
            sex, name(typed, "familyUk"), name(typed, "givenUk"), name(typed, "patronymicUk"));
    PersonName ukrainian =
        Counterpart.ukrainian(
            sex, name(typed, "familyRu"), name(typed, "givenRu"), name(typed, "patronymicRu"));
    String[] found = {
      ukrainian.familyUk(),
      ukrainian.givenUk(),
      ukrainian.patronymicUk(),
      russian.familyRu(),
      russian.givenRu(),
      russian.patronymicRu()
    };
    for (int i = 0; i < found.length; i++) {
      String value = Objects.requireNonNullElse(found[i], "");
      if (typed.text(NAMES.get(i)).isEmpty() && !value.isEmpty()) {
        proposed.put(NAMES.get(i), value);
      }
    }
    return proposed;
  }
}

package svoi.names;

import java.util.Locale;
import java.util.function.Function;
import svoi.names.internal.Respelling;
import svoi.names.internal.Translations;

/// Proposes a name in the other language of a file: a given name and a patronymic by what they are
/// there, a family name by how it is respelt. Only a proposal: a document decides.
public final class Counterpart {
  private Counterpart() {}

  /// The Russian form of a Ukrainian name, part by part.
  ///
  /// @param sex `f` or `m`
  public static PersonName russian(String sex, String family, String given, String patronymic) {
    return new PersonName(
        family,
        given,
        patronymic,
        parts(family, Respelling::russianSurname),
        parts(
            given,
            name -> Translations.toRussian().given(sex, name).orElse(Respelling.russian(name))),
        parts(
            patronymic,
            name ->
                Translations.toRussian().patronymic(sex, name).orElse(Respelling.russian(name))));
  }

  /// The Ukrainian form of a Russian name, part by part.
  ///
  /// @param sex `f` or `m`
  public static PersonName ukrainian(String sex, String family, String given, String patronymic) {
    return new PersonName(
        parts(family, Respelling::ukrainianSurname),
        parts(
            given,
            name -> Translations.toUkrainian().given(sex, name).orElse(Respelling.ukrainian(name))),
        parts(
            patronymic,
            name ->
                Translations.toUkrainian()
                    .patronymic(sex, name)
                    .orElse(Respelling.ukrainian(name))),
        family,
        given,
        patronymic);
  }

  /// Words and the halves of double names each by itself, with the capitals of the first.
  private static String parts(String name, Function<String, String> translation) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) == '-' || name.charAt(i) == ' ') {
        out.append(cased(name.substring(from, i), translation));
        if (i < name.length()) {
          out.append(name.charAt(i));
        }
        from = i + 1;
      }
    }
    return out.toString();
  }

  private static String cased(String part, Function<String, String> translation) {
    if (part.isEmpty()) {
      return part;
    }
    String said = translation.apply(part);
    if (said.isEmpty() || !Character.isUpperCase(part.charAt(0))) {
      return said.toLowerCase(Locale.ROOT);
    }
    return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
  }
}

package svoi.bench.judged;

import java.util.Locale;

/// A person of a judged set.
///
/// @param surname numbers of the surnames in the list, joined by a hyphen when double
/// @param given number of the given name
/// @param father number of the father's name
record JudgedPerson(
    String id, boolean woman, String surname, int given, int father, String[] uk, String[] ru) {
  String familyUk() {
    return uk[0];
  }

  String givenUk() {
    return uk[1];
  }

  String fatherUk() {
    return uk[2];
  }

  String familyRu() {
    return ru[0];
  }

  String givenRu() {
    return ru[1];
  }

  String fatherRu() {
    return ru[2];
  }

  String json() {
    return String.format(
        Locale.ROOT,
        """
        {"id": "%s", "gender": "%s", \
        "uk": {"given": "%s", "patronymic": "%s", "surname": "%s"}, \
        "ru": {"given": "%s", "patronymic": "%s", "surname": "%s"}}""",
        id,
        woman ? "f" : "m",
        uk[1],
        uk[2],
        uk[0],
        ru[1],
        ru[2],
        ru[0]);
  }
}

package svoi.names;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Builds small indexes of invented people; a person's key is the Ukrainian family and given name.
final class People {
  private final Map<String, PersonName> people = new LinkedHashMap<>();

  /// Adds a man or a woman; patronymics are left out.
  People person(String familyUk, String givenUk, String familyRu, String givenRu) {
    people.put(
        familyUk + " " + givenUk, new PersonName(familyUk, givenUk, null, familyRu, givenRu, null));
    return this;
  }

  /// Adds a person with a patronymic.
  People person(
      String familyUk,
      String givenUk,
      String fatherUk,
      String familyRu,
      String givenRu,
      String fatherRu) {
    people.put(
        familyUk + " " + givenUk,
        new PersonName(familyUk, givenUk, fatherUk, familyRu, givenRu, fatherRu));
    return this;
  }

  Map<String, PersonName> all() {
    return people;
  }

  NameIndex<String> index() {
    return NameIndex.of(people.entrySet().stream());
  }

  static List<String> matches(NameIndex<String> index, String query) {
    return index.search(query, key -> true, 10).matches().stream().map(Hit::key).toList();
  }

  static List<String> similar(NameIndex<String> index, String query) {
    return index.search(query, key -> true, 10).similar().stream().map(Hit::key).toList();
  }

  static List<String> suggested(NameIndex<String> index, String typed) {
    return index.suggest(typed, key -> true, 10).matches().stream().map(Hit::key).toList();
  }

  /// People whose surnames are speaking inventions.
  static NameIndex<String> invented() {
    return new People()
        .person("Вигаданець", "Олексій", "Миколайович", "Вигаданец", "Алексей", "Николаевич")
        .person("Зразкова", "Олена", "Іллівна", "Зразкова", "Елена", "Ильинична")
        .person("Макетенко", "Сергій", "Павлович", "Макетенко", "Сергей", "Павлович")
        .person("Прикладчук", "Дар'я", "Лук'янівна", "Прикладчук", "Дарья", "Лукьяновна")
        .person("Уявенко", "Володимир", "Юрійович", "Уявенко", "Владимир", "Юрьевич")
        .person("Примірний", "Яків", "Левович", "Примерный", "Яков", "Львович")
        .person(
            "Небувальська-Казкова",
            "Наталія",
            "Федорівна",
            "Небывальская-Сказочная",
            "Наталья",
            "Фёдоровна")
        .person("Жартівнюк", "Юрій", "Щасливович", "Шутивнюк", "Юрий", "Щасливович")
        .person("Химеренко", "Ганна", "Петрівна", "Химеренко", "Анна", "Петровна")
        .index();
  }
}

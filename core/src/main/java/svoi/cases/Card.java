package svoi.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person in a list: enough to tell one from another.
///
/// @param articles with their parts, `111/2`, of all proceedings
/// @param caseNumbers of all proceedings
/// @param inForce whether a guilty verdict stands in legal force today
public record Card(
    PersonId id,
    String agency,
    Person person,
    String familyLatin,
    String givenLatin,
    List<String> articles,
    List<String> caseNumbers,
    boolean inForce,
    @Nullable LocalDate renderedOn) {
  public Card {
    articles = List.copyOf(articles);
    caseNumbers = List.copyOf(caseNumbers);
  }

  /// Family name, given name and patronymic in Ukrainian.
  public String name() {
    String patronymic = person.patronymicUk();
    String name = person.familyUk() + " " + person.givenUk();
    return patronymic == null ? name : name + " " + patronymic;
  }
}

package svoi.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.names.Answer;
import svoi.names.Hit;
import svoi.names.PersonName;
import svoi.platform.Database;

/// Finds files that may be about the same person: by name in any spelling, birth date and case
/// number. It only asks: two members decide ([Merges]).
public final class Duplicates {
  private static final int MOST = 30;

  private final Persons persons;
  private final Cards cards;

  public Duplicates(Persons persons, Database database) {
    this.persons = persons;
    this.cards = new Cards(database);
  }

  /// How much speaks for one person, strongest first.
  public enum Likeness {
    /// The same case number, and the name is the same or similar.
    SAME_CASE,
    /// The same name and birth date.
    SAME_NAME_AND_BIRTH,
    /// A similar name and the same birth date.
    SIMILAR_NAME_SAME_BIRTH,
    /// The same name, and a birth date that a slip of the pen explains.
    SAME_NAME_BIRTH_NEAR
  }

  public record Candidate(Card card, Likeness likeness) {}

  /// Who may be meant already, most likely first; at most ten.
  ///
  /// @param bornOn null while it is not known: then only names that are the same count
  /// @param self the record itself, if it is saved already
  /// @param reached whom the member reaches: of others not even the existence is told
  public List<Candidate> of(
      PersonName name,
      @Nullable LocalDate bornOn,
      List<String> caseNumbers,
      @Nullable PersonId self,
      Predicate<Persons.Known> reached) {
    Map<UUID, Likeness> found = new LinkedHashMap<>();
    Set<UUID> sameCase = new HashSet<>();
    caseNumbers.forEach(number -> sameCase.addAll(cards.withCaseNumber(number)));
    for (String query : queries(name)) {
      Answer<Persons.Known> answer = persons.search(query, reached, MOST);
      rate(answer.matches(), true, bornOn, sameCase, found);
      rate(answer.similar(), false, bornOn, sameCase, found);
    }
    if (self != null) {
      found.remove(self.value());
    }
    List<UUID> ids =
        found.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
            .map(Map.Entry::getKey)
            .limit(10)
            .toList();
    return cards.of(ids).stream()
        .map(card -> new Candidate(card, Objects.requireNonNull(found.get(card.id().value()))))
        .toList();
  }

  /// With the patronymic, and without: one of the two files may not have it.
  private static List<String> queries(PersonName name) {
    String patronymic = name.patronymicUk();
    String given = name.familyUk() + " " + name.givenUk();
    List<String> queries = new ArrayList<>();
    if (patronymic != null && !patronymic.isBlank()) {
      queries.add(given + " " + patronymic);
    }
    queries.add(given);
    return Stream.concat(queries.stream(), Stream.of(name.familyRu() + " " + name.givenRu()))
        .filter(query -> !query.isBlank())
        .distinct()
        .toList();
  }

  private static void rate(
      List<Hit<Persons.Known>> hits,
      boolean same,
      @Nullable LocalDate bornOn,
      Set<UUID> sameCase,
      Map<UUID, Likeness> found) {
    for (Hit<Persons.Known> hit : hits) {
      Persons.Known known = hit.key();
      @Nullable Likeness likeness = likeness(known, same, bornOn, sameCase);
      if (likeness != null) {
        found.merge(known.id(), likeness, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
  }

  private static @Nullable Likeness likeness(
      Persons.Known known, boolean same, @Nullable LocalDate bornOn, Set<UUID> sameCase) {
    if (sameCase.contains(known.id())) {
      return Likeness.SAME_CASE;
    }
    if (bornOn == null) {
      return same ? Likeness.SAME_NAME_BIRTH_NEAR : null;
    }
    if (known.bornOn().equals(bornOn)) {
      return same ? Likeness.SAME_NAME_AND_BIRTH : Likeness.SIMILAR_NAME_SAME_BIRTH;
    }
    return same && isSlip(known.bornOn(), bornOn) ? Likeness.SAME_NAME_BIRTH_NEAR : null;
  }

  /// One part differs, or day and month changed places.
  public static boolean isSlip(LocalDate one, LocalDate other) {
    boolean year = one.getYear() == other.getYear();
    boolean month = one.getMonthValue() == other.getMonthValue();
    boolean day = one.getDayOfMonth() == other.getDayOfMonth();
    boolean swapped =
        year
            && one.getMonthValue() == other.getDayOfMonth()
            && one.getDayOfMonth() == other.getMonthValue();
    return swapped || (year && month) || (year && day) || (month && day);
  }
}

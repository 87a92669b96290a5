package svoi.exchange.needs;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.cases.Duplicates;
import svoi.exchange.AwaitedId;
import svoi.names.Answer;
import svoi.names.Hit;
import svoi.names.NameIndex;
import svoi.staff.Member;

/// Finds records that may be of the same person: by name in any spelling and birth date. It only
/// asks: two members decide ([AwaitedMerges]).
public final class AwaitedDuplicates {
  private static final int MOST = 30;
  private static final int SHOWN = 10;

  private final AwaitedNames names;
  private final NeedCards cards;

  public AwaitedDuplicates(AwaitedNames names, NeedCards cards) {
    this.names = names;
    this.cards = cards;
  }

  /// How much speaks for one person, strongest first.
  public enum Likeness {
    SAME_NAME_AND_BIRTH,
    SIMILAR_NAME_SAME_BIRTH,
    /// The same name, and a birth date that a slip of the pen explains.
    SAME_NAME_BIRTH_NEAR,
    /// The same name, and one of the birth dates is not known.
    SAME_NAME_BIRTH_UNKNOWN;

    /// The form in messages, for example `same-name-and-birth`.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public record Candidate(AwaitedFile file, Likeness likeness) {}

  /// Who may be meant already, most likely first; at most ten.
  ///
  /// @param self the record itself, if it is saved already
  public List<Candidate> of(Awaited person, @Nullable AwaitedId self, Member by) {
    Map<UUID, Likeness> found =
        likely(names.now(), queries(person), person.bornOn(), AwaitedNames.seenBy(by));
    if (self != null) {
      found.remove(self.value());
    }
    List<UUID> ids =
        found.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
            .map(Map.Entry::getKey)
            .limit(SHOWN)
            .toList();
    return cards.of(ids, by).stream()
        .map(file -> new Candidate(file, Objects.requireNonNull(found.get(file.id().value()))))
        .toList();
  }

  /// The same without asking the database, for many rows one after the other.
  static Map<UUID, Likeness> likely(
      NameIndex<AwaitedNames.Known> index,
      List<String> queries,
      @Nullable LocalDate bornOn,
      Predicate<AwaitedNames.Known> seen) {
    Map<UUID, Likeness> found = new LinkedHashMap<>();
    Predicate<AwaitedNames.Known> near = seen.and(known -> fits(known.bornOn(), bornOn));
    for (String query : queries) {
      Answer<AwaitedNames.Known> answer = index.search(query, near, MOST);
      rate(answer.matches(), true, bornOn, found);
      rate(answer.similar(), false, bornOn, found);
    }
    return found;
  }

  /// Whether the birth dates can be one person's. Namesakes of another age are left out before any
  /// names are compared, so that they never crowd out who is meant.
  private static boolean fits(@Nullable LocalDate known, @Nullable LocalDate bornOn) {
    return known == null
        || bornOn == null
        || known.equals(bornOn)
        || Duplicates.isSlip(known, bornOn);
  }

  /// Without the patronymic, because one of the two records may not have it.
  private static List<String> queries(Awaited person) {
    return Stream.of(ukrainian(person), person.name().familyRu() + " " + person.name().givenRu())
        .filter(query -> !query.isBlank())
        .distinct()
        .toList();
  }

  static String ukrainian(Awaited person) {
    return person.name().familyUk() + " " + person.name().givenUk();
  }

  private static void rate(
      List<Hit<AwaitedNames.Known>> hits,
      boolean same,
      @Nullable LocalDate bornOn,
      Map<UUID, Likeness> found) {
    for (Hit<AwaitedNames.Known> hit : hits) {
      @Nullable Likeness likeness = likeness(hit.key().bornOn(), same, bornOn);
      if (likeness != null) {
        found.merge(hit.key().id(), likeness, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
  }

  private static @Nullable Likeness likeness(
      @Nullable LocalDate known, boolean same, @Nullable LocalDate bornOn) {
    if (known == null || bornOn == null) {
      return same ? Likeness.SAME_NAME_BIRTH_UNKNOWN : null;
    }
    if (known.equals(bornOn)) {
      return same ? Likeness.SAME_NAME_AND_BIRTH : Likeness.SIMILAR_NAME_SAME_BIRTH;
    }
    return same && Duplicates.isSlip(known, bornOn) ? Likeness.SAME_NAME_BIRTH_NEAR : null;
  }
}

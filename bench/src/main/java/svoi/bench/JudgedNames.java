package svoi.bench;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import svoi.names.Answer;
import svoi.names.Hit;
import svoi.names.Latin;
import svoi.names.NameIndex;
import svoi.names.PersonName;
import svoi.register.Names;
import svoi.search.Filter;
import svoi.search.Found;
import svoi.search.Match;
import svoi.search.NameSearch;

/// The persons of a benchmark in the place of the published ones; they have no region, so no filter
/// narrows anything.
final class JudgedNames implements NameSearch<String> {
  private final NameIndex<Entry<String, PersonName>> index;

  JudgedNames(List<Entry<String, PersonName>> persons) {
    this.index = NameIndex.of(persons.stream().map(person -> Map.entry(person, person.getValue())));
  }

  @Override
  public Found<String> search(String query, Filter filter, int limit) {
    return found(index.search(query, _ -> true, limit + 1), limit);
  }

  @Override
  public Found<String> suggest(String typed, int limit) {
    return found(index.suggest(typed, _ -> true, limit + 1), limit);
  }

  private static Found<String> found(Answer<Entry<String, PersonName>> answer, int limit) {
    return new Found<>(
        answer.reading(),
        matches(answer.matches(), limit),
        matches(answer.similar(), limit),
        answer.matches().size() > limit,
        true);
  }

  private static List<Match<String>> matches(List<Hit<Entry<String, PersonName>>> hits, int limit) {
    return hits.stream().limit(limit).map(JudgedNames::match).toList();
  }

  private static Match<String> match(Hit<Entry<String, PersonName>> hit) {
    PersonName name = hit.key().getValue();
    Names names =
        new Names(
            name.familyUk(),
            name.givenUk(),
            name.patronymicUk(),
            name.familyRu(),
            name.givenRu(),
            name.patronymicRu(),
            Latin.of(name.familyUk()),
            Latin.of(name.givenUk()));
    return new Match<>(hit.key().getKey(), hit.score(), names, "");
  }
}

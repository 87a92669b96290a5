package svoi.bench;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import svoi.platform.Language;
import svoi.register.ProfileId;
import svoi.search.Filter;
import svoi.search.Listing;
import svoi.search.Sort;

/// What readers might ask, drawn at random, the same in every run.
final class Questions {
  private final Random random = new Random(42);
  private final List<String> regions;
  private final List<String> articles;
  private final List<ProfileId> ids;
  private final List<String> names;

  /// One list: half begin at the first page, the others anywhere.
  record ListQuestion(
      Filter filter,
      Sort sort,
      Language language,
      Optional<ProfileId> before,
      Optional<ProfileId> after) {}

  /// @param everything a list without a filter, for the choices that it counts
  /// @param ids of all profiles
  /// @param names in all three forms, each `family given`
  Questions(Listing everything, List<ProfileId> ids, List<String> names) {
    this.regions = everything.byRegion().keySet().stream().sorted().toList();
    this.articles = everything.byArticle().keySet().stream().sorted().toList();
    this.ids = ids;
    this.names = names;
  }

  ListQuestion list() {
    Optional<ProfileId> place = maybe(0.5, ids);
    boolean back = random.nextInt(3) == 0;
    return new ListQuestion(
        filter(),
        one(List.of(Sort.values())),
        language(),
        back ? place : Optional.empty(),
        back ? Optional.empty() : place);
  }

  Filter filter() {
    return new Filter(
        maybe(0.4, regions), maybe(0.3, articles), random.nextInt(5) == 0, random.nextInt(10) == 0);
  }

  Language language() {
    return one(List.of(Language.values()));
  }

  /// The beginning of a name: mostly some letters of the family name, sometimes both names.
  String name() {
    String name = one(names);
    return name.substring(0, 1 + random.nextInt(random.nextBoolean() ? 6 : name.length()));
  }

  private <T> Optional<T> maybe(double share, List<T> choices) {
    return random.nextDouble() < share ? Optional.of(one(choices)) : Optional.empty();
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

package svoi.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.platform.Language;
import svoi.register.ProfileId;

/// An immutable state of the index: the same rows in every order that pages need.
final class Orders {
  static final Orders EMPTY =
      new Orders(new Row[0], new Row[0], new Row[0], new EnumMap<>(Language.class));

  private final Row[] byId;
  private final Row[] newest;
  private final Row[] waiting;
  private final Map<Language, Row[]> byName;

  private Orders(Row[] byId, Row[] newest, Row[] waiting, Map<Language, Row[]> byName) {
    this.byId = byId;
    this.newest = newest;
    this.waiting = waiting;
    this.byName = byName;
  }

  /// The rows of these persons.
  List<Row> of(Set<UUID> persons) {
    return Stream.of(byId).filter(row -> persons.contains(row.person())).toList();
  }

  /// This state without the rows `gone`, and with `fresh` put in their places.
  Orders replacing(Collection<Row> gone, Collection<Row> fresh) {
    Map<Language, Row[]> names = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      names.put(language, Merge.merge(named(language), gone, fresh, Row.byName(language)));
    }
    return new Orders(
        Merge.merge(byId, gone, fresh, Row.BY_ID),
        Merge.merge(newest, gone, fresh, Row.NEWEST),
        Merge.merge(waiting, gone, fresh, Row.WAITING),
        names);
  }

  /// All rows in this order; not to be changed.
  Row[] in(Sort sort, Language language) {
    return switch (sort) {
      case NEWEST -> newest;
      case WAITING -> waiting;
      case NAME -> named(language);
    };
  }

  private Row[] named(Language language) {
    return byName.getOrDefault(language, new Row[0]);
  }

  static Comparator<Row> order(Sort sort, Language language) {
    return switch (sort) {
      case NEWEST -> Row.NEWEST;
      case WAITING -> Row.WAITING;
      case NAME -> Row.byName(language);
    };
  }

  /// All rows, in no order of use to a page.
  List<Row> all() {
    return Arrays.asList(byId);
  }

  @Nullable Row row(ProfileId id) {
    int low = 0;
    int high = byId.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int compared = byId[middle].id().value().compareTo(id.value());
      if (compared == 0) {
        return byId[middle];
      } else if (compared < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return null;
  }
}

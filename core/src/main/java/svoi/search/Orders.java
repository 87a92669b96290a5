package svoi.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import svoi.platform.Language;
import svoi.register.ProfileId;

/// An immutable state of the index: the same rows in every order that pages need.
final class Orders {
  static final Orders EMPTY =
      new Orders(new Row[0], new Row[0], new EnumMap<>(Language.class), new Words[0]);

  private final Row[] newest;
  private final Row[] waiting;
  private final Map<Language, Row[]> byName;
  private final Words[] words;
  private final Map<ProfileId, Row> byId;

  private Orders(Row[] newest, Row[] waiting, Map<Language, Row[]> byName, Words[] words) {
    this.newest = newest;
    this.waiting = waiting;
    this.byName = byName;
    this.words = words;
    this.byId = new HashMap<>(newest.length * 2);
    for (Row row : newest) {
      byId.put(row.id(), row);
    }
  }

  /// One word of one person's name.
  private record Words(String word, Row row) {
    static final Comparator<Words> ORDER =
        Comparator.comparing(Words::word).thenComparing(w -> w.row.id().value());
  }

  /// This state without the rows of `persons`, and with `fresh` put in their places.
  Orders replacing(Set<UUID> persons, Collection<Row> fresh) {
    Map<Language, Row[]> names = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      names.put(
          language,
          merge(byName.getOrDefault(language, new Row[0]), persons, fresh, Row.byName(language)));
    }
    return new Orders(
        merge(newest, persons, fresh, Row.NEWEST),
        merge(waiting, persons, fresh, Row.WAITING),
        names,
        mergeWords(persons, fresh));
  }

  Row[] in(Sort sort, Language language) {
    return switch (sort) {
      case NEWEST -> newest;
      case WAITING -> waiting;
      case NAME -> byName.getOrDefault(language, new Row[0]);
    };
  }

  static Comparator<Row> order(Sort sort, Language language) {
    return switch (sort) {
      case NEWEST -> Row.NEWEST;
      case WAITING -> Row.WAITING;
      case NAME -> Row.byName(language);
    };
  }

  Map<ProfileId, Row> byId() {
    return byId;
  }

  /// Rows with a word that begins with `prefix`; a row may come more than once.
  List<Row> withPrefix(String prefix) {
    List<Row> rows = new ArrayList<>();
    for (int i = firstFrom(prefix); i < words.length && words[i].word().startsWith(prefix); i++) {
      rows.add(words[i].row());
    }
    return rows;
  }

  private int firstFrom(String prefix) {
    int low = 0;
    int high = words.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words[middle].word().compareTo(prefix) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Row[] merge(
      Row[] old, Set<UUID> persons, Collection<Row> fresh, Comparator<Row> order) {
    List<Row> added = new ArrayList<>(fresh);
    added.sort(order);
    List<Row> merged = new ArrayList<>(old.length + added.size());
    int next = 0;
    for (Row row : old) {
      if (!persons.contains(row.person())) {
        while (next < added.size() && order.compare(added.get(next), row) < 0) {
          merged.add(added.get(next++));
        }
        merged.add(row);
      }
    }
    merged.addAll(added.subList(next, added.size()));
    return merged.toArray(Row[]::new);
  }

  private Words[] mergeWords(Set<UUID> persons, Collection<Row> fresh) {
    List<Words> added = new ArrayList<>(fresh.size() * 8);
    fresh.forEach(row -> row.words().forEach(word -> added.add(new Words(word, row))));
    added.sort(Words.ORDER);
    List<Words> merged = new ArrayList<>(words.length + added.size());
    int next = 0;
    for (Words word : words) {
      if (!persons.contains(word.row().person())) {
        while (next < added.size() && Words.ORDER.compare(added.get(next), word) < 0) {
          merged.add(added.get(next++));
        }
        merged.add(word);
      }
    }
    merged.addAll(added.subList(next, added.size()));
    return merged.toArray(Words[]::new);
  }
}

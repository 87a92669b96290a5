package svoi.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How two versions differ: by persons, not by order or spelling.
///
/// @param removed rows of the first that the second has not
/// @param added rows of the second that the first has not
/// @param moved rows of both that stand in another block, under other terms, or as a reserve
/// @param same how many stand as before
public record ListDiff(List<ListRow> removed, List<ListRow> added, List<Pair> moved, int same) {
  public ListDiff {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
    moved = List.copyOf(moved);
  }

  /// One person in both versions.
  public record Pair(ListRow before, ListRow after) {}

  static ListDiff of(List<ListRow> first, List<ListRow> second) {
    Map<String, ListRow> left = new LinkedHashMap<>();
    first.forEach(row -> left.put(row.key(), row));
    List<ListRow> added = new ArrayList<>();
    List<Pair> moved = new ArrayList<>();
    int same = 0;
    for (ListRow row : second) {
      ListRow before = left.remove(row.key());
      if (before == null) {
        added.add(row);
      } else if (before.standing().equals(row.standing())) {
        same++;
      } else {
        moved.add(new Pair(before, row));
      }
    }
    return new ListDiff(List.copyOf(left.values()), added, moved, same);
  }

  public boolean isEmpty() {
    return removed.isEmpty() && added.isEmpty() && moved.isEmpty();
  }
}

package svoi.desk.answers;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import svoi.desk.Typed;

/// Twenty rows of a letter: with their forms as much as a bad line carries.
///
/// @param next position after which the following page begins
/// @param previous position after which the page before begins
public record RowPage<T>(List<T> rows, OptionalInt next, OptionalInt previous) {
  static final int ROWS = 20;

  public RowPage {
    rows = List.copyOf(rows);
  }

  /// The page that was asked for by `after`.
  static <T> RowPage<T> of(List<T> all, ToIntFunction<T> position, Typed asked) {
    int after = asked.text("after").matches("[0-9]{1,6}") ? asked.whole("after").orElse(0) : 0;
    List<T> rest = all.stream().filter(row -> position.applyAsInt(row) > after).toList();
    List<T> rows = rest.subList(0, Math.min(ROWS, rest.size()));
    return new RowPage<>(
        rows,
        rest.size() > ROWS
            ? OptionalInt.of(position.applyAsInt(rows.getLast()))
            : OptionalInt.empty(),
        after > 0 ? OptionalInt.of(Math.max(0, after - ROWS)) : OptionalInt.empty());
  }
}

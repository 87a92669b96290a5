package svoi.register.imports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Typed access to the cells of one row; collects what can't be read instead of stopping at the
/// first.
final class Cells {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final Pattern LIST = Pattern.compile("[;,]");

  private final Table.Line line;
  private final List<Finding> findings = new ArrayList<>();

  Cells(Table.Line line) {
    this.line = line;
  }

  List<Finding> findings() {
    return findings;
  }

  void report(String code, Column column) {
    findings.add(new Finding(code, column.label(), line.cell(column.label())));
  }

  String text(Column column) {
    String value = line.cell(column.label());
    if (value.isEmpty()) {
      report("column-empty", column);
    }
    return value;
  }

  Optional<String> optional(Column column) {
    return Optional.of(line.cell(column.label())).filter(value -> !value.isEmpty());
  }

  @Nullable String orNull(Column column) {
    return optional(column).orElse(null);
  }

  LocalDate date(Column column) {
    LocalDate date = dateOrNull(column);
    if (date == null) {
      if (optional(column).isEmpty()) {
        report("column-empty", column);
      }
      return LATEST;
    }
    return date;
  }

  @Nullable LocalDate dateOrNull(Column column) {
    Optional<String> value = optional(column);
    if (value.isEmpty()) {
      return null;
    }
    LocalDate date = parse(value.get());
    if (date == null || date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
      report("column-date", column);
      return null;
    }
    return date;
  }

  static @Nullable LocalDate parse(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /// Yes or no; an empty cell is no.
  boolean yes(Column column) {
    return switch (line.cell(column.label())) {
      case "yes", "так", "да" -> true;
      case "no", "ні", "нет", "" -> false;
      default -> {
        report("column-yes-or-no", column);
        yield false;
      }
    };
  }

  String oneOf(Column column, Set<String> allowed, String otherwise) {
    String value = optional(column).orElse(otherwise);
    if (!allowed.contains(value)) {
      report("column-not-one-of", column);
    }
    return value;
  }

  int number(Column column, int low, int high) {
    String value = text(column);
    if (!value.matches("\\d{1,6}")
        || Integer.parseInt(value) < low
        || Integer.parseInt(value) > high) {
      report("column-number", column);
      return low;
    }
    return Integer.parseInt(value);
  }

  Set<String> set(Column column) {
    return optional(column).stream()
        .flatMap(value -> Stream.of(LIST.split(value)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}

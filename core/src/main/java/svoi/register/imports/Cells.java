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
public final class Cells {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final Pattern LIST = Pattern.compile("[;,]");

  private final Table.Line line;
  private final List<Finding> findings = new ArrayList<>();

  public Cells(Table.Line line) {
    this.line = line;
  }

  public List<Finding> findings() {
    return findings;
  }

  public void report(String code, Labelled column) {
    findings.add(new Finding(code, column.label(), line.cell(column.label())));
  }

  public String text(Labelled column) {
    String value = line.cell(column.label());
    if (value.isEmpty()) {
      report("column-empty", column);
    }
    return value;
  }

  public Optional<String> optional(Labelled column) {
    return Optional.of(line.cell(column.label())).filter(value -> !value.isEmpty());
  }

  public @Nullable String orNull(Labelled column) {
    return optional(column).orElse(null);
  }

  public LocalDate date(Labelled column) {
    LocalDate date = dateOrNull(column);
    if (date == null) {
      if (optional(column).isEmpty()) {
        report("column-empty", column);
      }
      return LATEST;
    }
    return date;
  }

  public @Nullable LocalDate dateOrNull(Labelled column) {
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
  public boolean yes(Labelled column) {
    return switch (line.cell(column.label())) {
      case "yes", "так", "да" -> true;
      case "no", "ні", "нет", "" -> false;
      default -> {
        report("column-yes-or-no", column);
        yield false;
      }
    };
  }

  public String oneOf(Labelled column, Set<String> allowed, String otherwise) {
    String value = optional(column).orElse(otherwise);
    if (!allowed.contains(value)) {
      report("column-not-one-of", column);
    }
    return value;
  }

  public int number(Labelled column, int low, int high) {
    String value = text(column);
    if (!value.matches("\\d{1,6}")
        || Integer.parseInt(value) < low
        || Integer.parseInt(value) > high) {
      report("column-number", column);
      return low;
    }
    return Integer.parseInt(value);
  }

  public Set<String> set(Labelled column) {
    return optional(column).stream()
        .flatMap(value -> Stream.of(LIST.split(value)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}

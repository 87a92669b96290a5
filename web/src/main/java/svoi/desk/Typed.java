package svoi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was typed into a form, and what is wrong with it. It goes back into the form as it came.
///
/// Reading a value that can't be read notes what is wrong; the first fault of a field counts.
public final class Typed {
  /// ISO as browsers send it, or as people write it here: 24.07.2024. The 31st of February is
  /// none.
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT));

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  private final Map<String, List<String>> values;
  private final Map<String, Fault> faults = new LinkedHashMap<>();

  /// What is wrong with a field.
  ///
  /// @param code stable code of the rule
  /// @param key of the message, which may need `arguments`
  public record Fault(String code, String key, List<Object> arguments) {
    public Fault {
      arguments = List.copyOf(arguments);
    }
  }

  private Typed(Map<String, List<String>> values) {
    this.values = values;
  }

  /// A day as forms are filled with it: 24.07.2024.
  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /// The fields of the form that this request sends.
  public static Typed of(HttpServletRequest request) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, typed) -> values.put(name, List.of(typed)));
    return new Typed(values);
  }

  /// A form filled with what is known.
  public static Typed filled(Map<String, String> known) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    known.forEach((name, value) -> values.put(name, List.of(value)));
    return new Typed(values);
  }

  public static Typed empty() {
    return new Typed(new LinkedHashMap<>());
  }

  /// The same form with something changed; faults are found anew.
  public Typed with(Map<String, String> changed) {
    Map<String, List<String>> all = new LinkedHashMap<>(values);
    changed.forEach((name, value) -> all.put(name, List.of(value)));
    return new Typed(all);
  }

  /// A field as it was typed; empty if it was not sent.
  public String raw(String field) {
    return values.getOrDefault(field, List.of("")).getFirst();
  }

  /// A field without white space around it.
  public String text(String field) {
    return raw(field).strip();
  }

  /// The same; null if nothing was typed.
  public @Nullable String orNull(String field) {
    String text = text(field);
    return text.isEmpty() ? null : text;
  }

  /// A field that holds an id; empty if it was not sent or is none.
  public Optional<UUID> id(String field) {
    return uuid(text(field));
  }

  /// All ids of a field that can be sent several times; what is none is left out.
  public List<UUID> ids(String field) {
    return all(field).stream().flatMap(id -> uuid(id).stream()).toList();
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// All values of a field that can be sent several times.
  public List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  /// Names of the fields that may stand on another page: not those of passphrases and key shares,
  /// whose names begin with `secret-`.
  public List<String> shown() {
    return values.keySet().stream().filter(name -> !name.startsWith("secret-")).toList();
  }

  /// Names of all fields that were sent.
  public List<String> fields() {
    return new ArrayList<>(values.keySet());
  }

  public boolean ticked(String field) {
    return !text(field).isEmpty();
  }

  /// Whether a field that may have several values has this one.
  public boolean chosen(String field, String value) {
    return all(field).contains(value);
  }

  /// A field that must not be empty.
  public String needed(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      wrong(field, "desk.shell.wrong.missing");
    }
    return text;
  }

  /// A date; empty if the field is.
  public Optional<LocalDate> date(String field) {
    String text = text(field);
    Optional<LocalDate> date =
        DATES.stream().flatMap(form -> parsed(text, form).stream()).findFirst();
    if (date.isEmpty() && !text.isEmpty()) {
      wrong(field, "desk.shell.wrong.date");
    }
    return date;
  }

  private static Optional<LocalDate> parsed(String text, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDate.parse(text, form));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// A whole number from 0 up; empty if the field is.
  public Optional<Integer> whole(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("[0-9]{1,6}")) {
      wrong(field, "desk.shell.wrong.number");
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(text));
  }

  /// Notes a fault whose code is the end of its message's key.
  public Typed wrong(String field, String key, Object... arguments) {
    return wrong(field, key.substring(key.lastIndexOf('.') + 1), key, arguments);
  }

  /// Notes a fault under the stable code of a rule.
  ///
  /// @param field that is to be mended; an empty name for the form as a whole
  public Typed wrong(String field, String code, String key, Object[] arguments) {
    faults.putIfAbsent(field, new Fault(code, key, List.of(arguments)));
    return this;
  }

  public Optional<Fault> fault(String field) {
    return Optional.ofNullable(faults.get(field));
  }

  /// Faults by field, in the order in which they were found.
  public Map<String, Fault> faults() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(faults));
  }

  public boolean ok() {
    return faults.isEmpty();
  }
}

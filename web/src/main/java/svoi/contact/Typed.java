package svoi.contact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was typed into a form; it comes back if the form was not taken.
public final class Typed {
  private final Map<String, List<String>> fields = new HashMap<>();

  void add(Map<String, List<String>> more) {
    fields.putAll(more);
  }

  void put(String field, String value) {
    fields.put(field, List.of(value));
  }

  /// The first value; empty if there is none.
  public String get(String field) {
    List<String> values = fields.getOrDefault(field, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /// Whether that option is chosen.
  public boolean is(String field, String option) {
    return get(field).equals(option);
  }

  boolean has(String field) {
    return !get(field).isBlank();
  }

  /// Says nothing: it is what somebody wrote.
  @Override
  public String toString() {
    return "typed";
  }
}

package svoi.contact;

import java.util.List;

/// A question of a form: a choice, or a short line if it has no options.
public record Field(String name, List<String> options) {
  /// What stands before its name in what a browser sends, so that it is no other field's.
  private static final String PREFIX = "q-";

  public Field {
    options = List.copyOf(options);
  }

  /// How a browser sends it.
  public String key() {
    return PREFIX + name;
  }
}

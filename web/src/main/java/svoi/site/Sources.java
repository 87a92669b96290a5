package svoi.site;

import java.util.Map;
import svoi.web.Messages;

/// Says sources of reference data in the reader's language; names of media stay as they are.
final class Sources {
  /// Sources that the data describe in words.
  private static final Map<String, String> IN_WORDS =
      Map.of(
          "SBU spokesman at the launch of the project", "site.source.launch-sbu",
          "launch news of the project", "site.source.launch");

  private Sources() {}

  static String shown(String source, Messages t) {
    String key = IN_WORDS.get(source);
    return key == null ? source : t.get(key);
  }
}

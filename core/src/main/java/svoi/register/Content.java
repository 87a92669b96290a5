package svoi.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All that a reviewer approves, field by field, as the content hash covers it.
///
/// @param fields by name, for example `plot-uk` or `in-force-from`, in the order of the page; a
///     field without a value is absent
public record Content(ContentHash hash, Map<String, String> fields) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Content {
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// Reads the form of `register.v_standing.content`: an array in a fixed order.
  static Content read(ContentHash hash, String json) {
    JsonNode all = Objects.requireNonNull(JSON.readTree(json));
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "sex", all.get(0));
    put(fields, "name-uk", all.get(1), all.get(2), all.get(3));
    put(fields, "name-ru", all.get(4), all.get(5), all.get(6));
    put(fields, "name-latin", all.get(7), all.get(8));
    put(fields, "region", all.get(9));
    charges(fields, all.get(10));
    put(fields, "rendered-on", all.get(11));
    put(fields, "in-force-from", all.get(12));
    put(fields, "sentence-years", all.get(13));
    put(fields, "sentence-months", all.get(14));
    put(fields, "life", all.get(15));
    put(fields, "confiscation", all.get(16));
    for (String language : new String[] {"uk", "ru", "en"}) {
      put(fields, "plot-" + language, all.get(17).path(language));
    }
    media(fields, "photo", all.get(18), all.get(19));
    media(fields, "video", all.get(20), all.get(21));
    return new Content(hash, fields);
  }

  private static void put(Map<String, String> fields, String name, JsonNode... values) {
    StringJoiner text = new StringJoiner(" ");
    for (JsonNode value : values) {
      if (!value.isNull() && !value.isMissingNode()) {
        text.add(value.asString());
      }
    }
    if (text.length() > 0) {
      fields.put(name, text.toString());
    }
  }

  private static void charges(Map<String, String> fields, JsonNode charges) {
    StringJoiner text = new StringJoiner("; ");
    for (JsonNode charge : charges) {
      JsonNode part = charge.get("part");
      text.add(charge.get("article").asString() + (part.isNull() ? "" : "/" + part.asInt()));
    }
    if (text.length() > 0) {
      fields.put("charges", text.toString());
    }
  }

  /// A picture or video is what its files are: each by name and the beginning of its hash.
  private static void media(
      Map<String, String> fields, String name, JsonNode original, JsonNode renditions) {
    if (original.isNull()) {
      return;
    }
    StringJoiner text = new StringJoiner(" ");
    for (JsonNode file : renditions) {
      text.add(file.get("name").asString() + " " + file.get("sha256").asString().substring(0, 12));
    }
    fields.put(name, text.toString());
  }
}

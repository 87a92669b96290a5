package svoi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.names.NameIndex;
import svoi.names.PersonName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The persons that a benchmark searches among, from a file of one JSON object a line:
/// `{"id", "gender", "uk": {"given", "patronymic", "surname"}, "ru": {the same}}`.
public final class Population {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<Entry<String, PersonName>> persons;

  private Population(List<Entry<String, PersonName>> persons) {
    this.persons = persons;
  }

  public static Population read(Path file) throws IOException {
    List<Entry<String, PersonName>> persons = new ArrayList<>();
    try (Stream<String> lines = Files.lines(file)) {
      lines.filter(line -> !line.isBlank()).forEach(line -> persons.add(person(line)));
    }
    return new Population(persons);
  }

  private static Entry<String, PersonName> person(String line) {
    JsonNode person = JSON.readTree(line);
    JsonNode uk = person.get("uk");
    JsonNode ru = person.get("ru");
    return Map.entry(
        person.get("id").asString(),
        new PersonName(
            text(uk, "surname"),
            text(uk, "given"),
            orNull(text(uk, "patronymic")),
            text(ru, "surname"),
            text(ru, "given"),
            orNull(text(ru, "patronymic"))));
  }

  private static String text(JsonNode names, String part) {
    return names.path(part).asString("");
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /// These persons, then `more`.
  Population with(List<Entry<String, PersonName>> more) {
    List<Entry<String, PersonName>> all = new ArrayList<>(persons);
    all.addAll(more);
    return new Population(all);
  }

  public List<Entry<String, PersonName>> persons() {
    return persons;
  }

  public NameIndex<String> index() {
    return NameIndex.of(persons.stream());
  }
}

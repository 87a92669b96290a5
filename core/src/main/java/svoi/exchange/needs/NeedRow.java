package svoi.exchange.needs;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import svoi.exchange.Category;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One person in a version of the need list, as they were when it was taken.
///
/// @param position from 1 up; 0 where it does not matter
public record NeedRow(
    int position,
    UUID person,
    String uk,
    String ru,
    String latin,
    Optional<LocalDate> born,
    String sex,
    Category category,
    Health health,
    LocalDate held) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static NeedRow of(int position, UUID person, String content) {
    JsonNode row = JSON.readTree(content);
    return new NeedRow(
        position,
        person,
        row.path("uk").asString(),
        row.path("ru").asString(),
        row.path("latin").asString(),
        Optional.of(row.path("born"))
            .filter(JsonNode::isString)
            .map(n -> LocalDate.parse(n.asString())),
        row.path("sex").asString(),
        Category.of(row.path("category").asString()).orElseThrow(),
        Health.of(row.path("condition").asString()).orElseThrow(),
        LocalDate.parse(row.path("held").asString()));
  }
}

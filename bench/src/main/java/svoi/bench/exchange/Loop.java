package svoi.bench.exchange;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import svoi.bench.ListsDatabase;
import svoi.exchange.RoundId;
import svoi.platform.Database;
import svoi.platform.Role;
import svoi.platform.Vault;

/// The process that is killed: brings one round after another from the draft to a correction, and
/// begins with whatever an earlier process left undone. Says on its output what it does.
public final class Loop {
  private static final String UNDONE =
      """
      SELECT r.id FROM exchange.round r WHERE r.state NOT IN ('executed', 'partial', 'aborted')
        OR (r.state <> 'aborted' AND NOT EXISTS (
          SELECT FROM exchange.outcome o JOIN exchange.correction c ON c.outcome_id = o.id
          WHERE o.round_id = r.id AND c.in_effect_at IS NOT NULL))
      ORDER BY r.number LIMIT 1
      """;

  private Loop() {}

  /// @param words address of the database, folder of the vault
  public static void main(String[] words) {
    Office office =
        Office.on(
            Database.over(
                new DriverManagerDataSource(
                    words[0], Role.DESK.sqlName(), ListsDatabase.PASSWORD)));
    Story story = new Story(office, new Vault(office.keys(), Path.of(words[1])));
    while (true) {
      Optional<UUID> undone = office.desk().jdbc().sql(UNDONE).query(UUID.class).optional();
      RoundId round = new RoundId(undone.orElseGet(UUID::randomUUID));
      if (undone.isEmpty()) {
        Story.act("open", () -> story.open(round));
      }
      story.step(round);
    }
  }
}

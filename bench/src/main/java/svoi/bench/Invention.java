package svoi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/// Fills a database with published persons who do not exist.
public final class Invention {
  private static final String PERSONS =
      "SELECT count(*), count(*) FILTER (WHERE family_uk LIKE '%вигадко') FROM cases.person";

  private record Persons(int all, int invented) {}

  private Invention() {}

  /// Makes `profiles` persons, unless exactly these are there already.
  ///
  /// @throws IllegalArgumentException if the database holds anybody else
  public static void fill(ListsDatabase database, int profiles) throws IOException, SQLException {
    Persons there =
        database
            .administrator()
            .sql(PERSONS)
            .query((row, n) -> new Persons(row.getInt(1), row.getInt(2)))
            .single();
    if (there.all() == profiles && there.invented() == profiles) {
      return;
    }
    if (there.all() > 0) {
      throw new IllegalArgumentException("The database holds other persons; give an empty one.");
    }
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          chance() + read("fill.sql").replace(":profiles", Integer.toString(profiles)));
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("VACUUM ANALYZE");
    }
  }

  /// Functions of the session that pick numbers, the same ones each time.
  public static String chance() throws IOException {
    return read("chance.sql");
  }

  private static String read(String name) throws IOException {
    try (InputStream in = Invention.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

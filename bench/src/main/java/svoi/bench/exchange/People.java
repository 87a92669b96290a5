package svoi.bench.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import svoi.bench.Invention;
import svoi.bench.ListsDatabase;
import svoi.names.Latin;

/// Fills a database with awaited and offered persons who do not exist.
///
/// Their names are drawn from the plausible ones of `bench/data`, because that is what makes search
/// and duplicates as hard as they are; such names never leave a benchmark.
final class People {
  private static final Path DATA = Path.of("bench", "data");
  private static final String TABLES =
      """
      CREATE TEMPORARY TABLE surname (n int PRIMARY KEY, uk_m text, uk_f text, ru_m text, ru_f text, latin_m text, latin_f text);
      CREATE TEMPORARY TABLE given (sex text, n int, uk text, ru text, latin text, PRIMARY KEY (sex, n));
      CREATE TEMPORARY TABLE father (n int PRIMARY KEY, uk_m text, uk_f text, ru_m text, ru_f text);
      INSERT INTO staff.member (id, agency, roles) VALUES
        (md5('bench rounds')::uuid, 'coordination-hq', '{round-officer}'),
        (md5('bench rounds of hur')::uuid, 'hur', '{round-officer}'),
        (md5('bench rounds of sbu')::uuid, 'sbu', '{round-officer}');
      """;

  private People() {}

  /// Makes them, and the convicted persons of `cases` whom the offered are.
  static void fill(ListsDatabase database, int awaited, int offered)
      throws IOException, SQLException {
    Invention.fill(database, offered);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(Invention.chance() + TABLES);
      names(connection);
      statement.execute(
          script()
              .replace(":awaited", Integer.toString(awaited))
              .replace(":offered", Integer.toString(offered)));
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("VACUUM ANALYZE");
    }
  }

  private static String script() throws IOException {
    try (InputStream in = People.class.getResourceAsStream("people.sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void names(Connection connection) throws IOException, SQLException {
    List<Object[]> surnames = new ArrayList<>();
    for (String[] row : rows("surnames.tsv")) {
      surnames.add(
          new Object[] {
            surnames.size(), row[1], row[2], row[3], row[4], Latin.of(row[1]), Latin.of(row[2])
          });
    }
    insert(connection, "INSERT INTO surname VALUES (?, ?, ?, ?, ?, ?, ?)", surnames);
    List<Object[]> given = new ArrayList<>();
    for (String sex : List.of("f", "m")) {
      int n = 0;
      for (String[] row : rows("given_names.tsv")) {
        if (row[0].equals(sex)) {
          given.add(new Object[] {sex, n++, row[1], row[2], Latin.of(row[1])});
        }
      }
    }
    insert(connection, "INSERT INTO given VALUES (?, ?, ?, ?, ?)", given);
    List<Object[]> fathers = new ArrayList<>();
    for (String[] row : rows("patronymics.tsv")) {
      fathers.add(new Object[] {fathers.size(), row[2], row[3], row[4], row[5]});
    }
    insert(connection, "INSERT INTO father VALUES (?, ?, ?, ?, ?)", fathers);
  }

  private static List<String[]> rows(String file) throws IOException {
    try (Stream<String> lines = Files.lines(DATA.resolve(file))) {
      return lines.skip(1).map(line -> line.replace('\'', '’').split("\t", -1)).toList();
    }
  }

  private static void insert(Connection connection, String sql, List<Object[]> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}

package svoi.bench.peers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import svoi.bench.Population;

/// PostgreSQL's pg_trgm: the words of the query looked for in one text of all names.
final class Trigrams implements Peer {
  private static final String DATABASE = "peers";

  /// pg_trgm takes letters from LC_CTYPE: with C, which the program's server has, no Cyrillic one.
  private static final String CREATE_DATABASE =
      """
      CREATE DATABASE peers TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C.UTF-8'
      """;

  /// The plan is one for all queries, through the index: planned one by one, some queries read the
  /// whole table, which takes 40 ms.
  private static final String EMPTY =
      """
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      SET pg_trgm.word_similarity_threshold = 0.45;
      SET plan_cache_mode = force_generic_plan;
      DROP TABLE IF EXISTS person;
      CREATE TABLE person (id text NOT NULL, words text NOT NULL)
      """;

  private static final String FILL = "INSERT INTO person SELECT * FROM unnest(?, ?)";

  private static final String INDEX =
      """
      CREATE INDEX person_words ON person USING gin (words gin_trgm_ops);
      VACUUM ANALYZE person
      """;

  private static final String FIND =
      """
      SELECT id
      FROM person
      WHERE :query::text <% words
      ORDER BY word_similarity(:query::text, words) DESC, id
      LIMIT :limit
      """;

  private final String name;
  private final String alphabet;
  private final UnaryOperator<String> reading;
  private final JdbcClient db;

  private Trigrams(
      String name, String alphabet, UnaryOperator<String> reading, Connection connection) {
    this.name = name;
    this.alphabet = alphabet;
    this.reading = reading;
    this.db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }

  /// Names and queries as they are written, and both in Latin letters.
  static List<Peer> both(EmbeddedPostgres server) throws SQLException {
    JdbcClient.create(server.getPostgresDatabase()).sql(CREATE_DATABASE).update();
    Connection connection = server.getDatabase("postgres", DATABASE).getConnection();
    return List.of(
        new Trigrams("pg_trgm", "as they are", UnaryOperator.identity(), connection),
        new Trigrams("pg_trgm, ICU", "in Latin letters", Words::inLatin, connection));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String setup() {
    return "PostgreSQL "
        + db.sql("SHOW server_version").query(String.class).single()
        + " pg_trgm, GIN, <% from 0.45, by word_similarity; names "
        + alphabet;
  }

  @Override
  public void build(Population population) {
    List<String> texts =
        population.persons().stream()
            .map(person -> reading.apply(Words.of(person.getValue())))
            .toList();
    List<String> ids = population.persons().stream().map(person -> person.getKey()).toList();
    run(EMPTY);
    db.sql(FILL).params(ids.toArray(new String[0]), texts.toArray(new String[0])).update();
    run(INDEX);
  }

  /// One statement after another: VACUUM refuses to share a transaction.
  private void run(String statements) {
    for (String statement : statements.split(";", -1)) {
      db.sql(statement).update();
    }
  }

  @Override
  public List<String> find(String query) {
    return db.sql(FIND)
        .param("query", reading.apply(query))
        .param("limit", LIMIT)
        .query(String.class)
        .list();
  }
}

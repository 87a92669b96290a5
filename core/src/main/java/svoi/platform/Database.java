package svoi.platform;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One door's way to PostgreSQL, under that door's role.
///
/// @param source the pool; its connections are logged in as the role
/// @param jdbc statements
/// @param transactions boundaries; nested calls join the running transaction
public record Database(DataSource source, JdbcClient jdbc, TransactionTemplate transactions) {

  public static Database over(DataSource source) {
    return new Database(
        source,
        JdbcClient.create(source),
        new TransactionTemplate(new JdbcTransactionManager(source)));
  }

  /// Runs `work` in one transaction.
  public <T> T inTransaction(Supplier<T> work) {
    T result = transactions.execute(status -> work.get());
    return java.util.Objects.requireNonNull(result);
  }
}

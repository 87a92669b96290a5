package svoi.cases;

import java.sql.SQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.platform.Database;
import svoi.platform.Violation;

/// With which rule the database refuses a statement: `denied` for want of a right, empty if it does
/// not.
final class Refusals {
  private Refusals() {}

  /// As the role of the desk.
  static String of(Held held, String sql) {
    return of(held.desk.desk, sql);
  }

  static String of(Database database, String sql) {
    return of(database.jdbc(), sql);
  }

  /// As somebody whom no grant stops.
  static String ofOwner(Held held, String sql) {
    return of(held.desk.database.superuser(), sql);
  }

  private static String of(JdbcClient jdbc, String sql) {
    try {
      if (sql.startsWith("SELECT")) {
        jdbc.sql(sql).query().listOfRows();
      } else {
        jdbc.sql(sql).update();
      }
      return "";
    } catch (DataIntegrityViolationException e) {
      return Violation.rule(e).orElse("other");
    } catch (BadSqlGrammarException e) {
      return e.getCause() instanceof SQLException cause && "42501".equals(cause.getSQLState())
          ? "denied"
          : "other";
    }
  }
}

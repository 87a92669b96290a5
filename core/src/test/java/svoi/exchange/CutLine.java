package svoi.exchange;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A way to the database whose connection the server ends before the n-th statement, or before the
/// commit that comes after all of them.
final class CutLine extends AbstractDataSource {
  private final DriverManagerDataSource source;
  private final JdbcClient superuser;
  private final int last;
  private int statements;

  /// @param last how many statements come through
  CutLine(String url, JdbcClient superuser, int last) {
    this.source = new DriverManagerDataSource(url, "svoi_desk", "test");
    this.superuser = superuser;
    this.last = last;
  }

  /// Whether the connection was ended.
  boolean cut() {
    return statements > last;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = source.getConnection();
    int backend = backend(connection);
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          if (method.getName().equals("commit")) {
            count(backend);
          }
          Object result = call(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? counted(statement, backend)
              : result;
        });
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return getConnection();
  }

  private PreparedStatement counted(PreparedStatement statement, int backend) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            count(backend);
          }
          return call(statement, method, arguments);
        });
  }

  private void count(int backend) {
    statements++;
    if (statements == last + 1) {
      superuser.sql("SELECT pg_terminate_backend(?, 5000)").param(backend).query().singleRow();
    }
  }

  private static int backend(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static @Nullable Object call(
      Object target, java.lang.reflect.Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(CutLine.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  DataSource source() {
    return this;
  }
}

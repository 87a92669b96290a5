package svoi.platform;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Which rule of the database a statement broke: constraints are named after the rules they keep.
public final class Violation {
  private Violation() {}

  /// The broken rule as a code, `r4_act_given_by_adult` becoming `r4-act-given-by-adult`; empty if
  /// the failure was not a broken rule. The database's message is not used: it quotes the row.
  public static Optional<String> rule(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof PSQLException sql && isIntegrity(sql)) {
        ServerErrorMessage message = sql.getServerErrorMessage();
        String name = message == null ? null : message.getConstraint();
        String column = message == null ? null : message.getColumn();
        if (name != null) {
          return Optional.of(name.replace('_', '-').toLowerCase(Locale.ROOT));
        }
        return Optional.of(column == null ? "integrity" : "missing-" + column.replace('_', '-'));
      }
    }
    return Optional.empty();
  }

  private static boolean isIntegrity(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith("23");
  }
}

package svoi.intake;

import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import svoi.platform.Database;

/// Calls of the database whose failure is told apart from a fault: who is at the door hears that
/// nothing was kept. The database's own words are not passed on: they quote rows.
final class Reach {
  private Reach() {}

  /// @throws IntakeUnavailable if the database does not answer or does not confirm
  static <T> T reach(Supplier<T> call) {
    try {
      return call.get();
    } catch (DataIntegrityViolationException e) {
      throw e;
    } catch (DataAccessException | TransactionException e) {
      throw new IntakeUnavailable(IntakeUnavailable.Reason.DATABASE, e);
    }
  }

  /// The same in one transaction.
  static <T> T inTransaction(Database database, Supplier<T> work) {
    return reach(() -> database.inTransaction(work));
  }
}

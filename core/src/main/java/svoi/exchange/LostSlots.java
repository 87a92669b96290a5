package svoi.exchange;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.PersonId;
import svoi.consent.Scope;
import svoi.consent.WithdrawalListener;
import svoi.register.HoldListener;

/// Takes off the lists whoever may not be offered any more.
///
/// A withdrawal and a hold do it in their own transaction (invariant 9). Consents also end by
/// themselves: a timer asks for everybody. An agreed round goes back to the table.
public final class LostSlots implements WithdrawalListener, HoldListener {
  private static final String DROP = "SELECT exchange.drop_lost(?)";
  private static final String DROP_ALL = "SELECT exchange.drop_lost(NULL)";

  private final JdbcClient jdbc;

  /// @param jdbc statements under the desk's role
  public LostSlots(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void withdrawn(PersonId person, Set<Scope> scopes) {
    if (scopes.contains(Scope.EXCHANGE)) {
      drop(person);
    }
  }

  @Override
  public void held(PersonId person) {
    drop(person);
  }

  /// Takes this person off every list if a condition is gone.
  ///
  /// @return how many slots were dropped
  public int drop(PersonId person) {
    return jdbc.sql(DROP).param(person.value()).query(Integer.class).single();
  }

  /// Takes everybody off the lists for whom a condition is gone.
  ///
  /// @return how many slots were dropped
  public int dropAll() {
    return jdbc.sql(DROP_ALL).query(Integer.class).single();
  }
}

package svoi.exchange;

import org.springframework.jdbc.core.simple.JdbcClient;

/// What the other side was asked and what it did, append-only.
public final class Ledger {
  private static final String NOTE_SILENCE = "SELECT exchange.note_silence()";

  private final JdbcClient jdbc;

  /// @param jdbc statements under the desk's role
  public Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The timer: enters "no answer" once for each asking whose deadline has passed.
  ///
  /// @return how many entries were made
  public int noteSilence() {
    return jdbc.sql(NOTE_SILENCE).query(Integer.class).single();
  }
}

package svoi.exchange.answers;

import java.util.Optional;
import java.util.UUID;

/// Which part of the ledger is asked for.
///
/// @param show a kind, `open` for askings without an answer, or empty for everything
/// @param ground of refusals; empty for all
/// @param after the last entry of the page before
public record LedgerFilter(String show, String ground, Optional<UUID> after) {
  public static final String OPEN = "open";

  public static final LedgerFilter ALL = new LedgerFilter("", "", Optional.empty());
}

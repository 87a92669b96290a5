package svoi.exchange.answers;

import java.util.Map;
import java.util.Optional;

/// What came of asking, in whole numbers.
///
/// @param asked how often somebody was asked for
/// @param waiting of these, how many may still be answered in time
/// @param ignored of these, how many had no answer when their last day was over and have none now
/// @param late of these, how many were answered after that
/// @param refused answered by a refusal
/// @param accepted answered by a promise
/// @param countered answered by another proposal
/// @param delivered persons who came home as promised
/// @param broken promises that were not kept
/// @param substituted brought instead of somebody who was promised
/// @param medianDays from an asking to its answer, in the middle; empty without answers
/// @param grounds of refusals, by code
public record LedgerFigures(
    int asked,
    int waiting,
    int ignored,
    int late,
    int refused,
    int accepted,
    int countered,
    int delivered,
    int broken,
    int substituted,
    Optional<Integer> medianDays,
    Map<String, Integer> grounds) {
  public LedgerFigures {
    grounds = Map.copyOf(grounds);
  }
}

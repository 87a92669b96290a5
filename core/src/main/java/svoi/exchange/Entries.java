package svoi.exchange;

import java.util.HashMap;
import java.util.Map;

/// Numbers of entries of the ledger by kind; an asking stands under the kind of its last answer.
final class Entries {
  private final Map<String, Integer> byKind = new HashMap<>();

  boolean put(String kind, int entries) {
    return byKind.put(kind, entries) == null;
  }

  Figures.Answers answers() {
    int open = of("asked");
    int ignored = of("no-answer");
    int refused = of("refused");
    int accepted = of("accepted");
    int countered = of("countered");
    return new Figures.Answers(
        open + ignored + refused + accepted + countered,
        open,
        ignored,
        refused,
        accepted,
        countered,
        of("delivered"),
        of("broken"),
        of("substituted"));
  }

  private int of(String kind) {
    return byKind.getOrDefault(kind, 0);
  }
}

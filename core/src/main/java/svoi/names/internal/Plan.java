package svoi.names.internal;

import java.util.ArrayList;
import java.util.List;

/// Which word of a query is which part of a name; -1 where none is.
///
/// @param half the second word of a double surname
/// @param cost what an unusual order takes off
record Plan(int family, int half, int given, int patronymic, float cost) {
  /// More words than a double surname, a given name and a patronymic fit no plan.
  static final int MOST_WORDS = 4;

  private static final int ROLES = 4;
  private static final List<List<Plan>> ALL = all();

  /// Every way to give `words` words a part each.
  static List<Plan> of(int words) {
    return words < ALL.size() ? ALL.get(words) : List.of();
  }

  private static List<List<Plan>> all() {
    List<List<Plan>> all = new ArrayList<>();
    for (int words = 0; words <= MOST_WORDS; words++) {
      List<Plan> plans = new ArrayList<>();
      add(plans, new int[] {-1, -1, -1, -1}, 0, words);
      all.add(List.copyOf(plans));
    }
    return List.copyOf(all);
  }

  private static void add(List<Plan> plans, int[] wordOf, int word, int words) {
    if (word == words) {
      if (words > 0 && (wordOf[1] < 0 || (wordOf[0] >= 0 && wordOf[0] < wordOf[1]))) {
        plans.add(of(wordOf));
      }
      return;
    }
    for (int role = 0; role < ROLES; role++) {
      if (wordOf[role] < 0) {
        wordOf[role] = word;
        add(plans, wordOf, word + 1, words);
        wordOf[role] = -1;
      }
    }
  }

  /// A patronymic before the given name is rare; without a surname such a word is one.
  private static float turned(int family) {
    return family < 0 ? 0.12f : 0.02f;
  }

  private static Plan of(int[] wordOf) {
    int family = wordOf[0];
    int given = wordOf[2];
    int patronymic = wordOf[3];
    float cost = 0;
    cost += family < 0 ? 0.02f : 0;
    cost += given < 0 && patronymic >= 0 ? 0.03f : 0;
    cost += given >= 0 && patronymic >= 0 && patronymic < given ? turned(family) : 0;
    return new Plan(family, wordOf[1], given, patronymic, cost);
  }
}

package svoi.names.internal;

/// Adds parts of which slips of the finger make a word, letter by letter: also those too short to
/// be known by what is left of their sound. Never sure. One thread's own.
final class Slips {
  /// Shorter words are another name at the first slip.
  private static final int SHORTEST = 3;

  /// From how many letters on a word has room for two: given names are fewer and more alike.
  private static final int TWO_IN_SURNAME = 4;

  private static final int TWO_IN_OTHERS = 5;

  /// The dearest slip in a word of three letters, in hundredths of a letter: one too many or few.
  private static final int IN_SHORTEST = 80;

  /// The dearest slip: a last letter too many or few.
  private static final int ONE = 105;

  /// The dearest two: that and a letter elsewhere. Two letters that were simply taken for others
  /// are no slips.
  private static final int TWO = 185;

  /// What share of the letters may be slips: two of five.
  private static final float MOST = 0.37f;

  /// What a part scores, and what it loses by that share. It is similar then, beside a sure one.
  private static final float BEST = 0.82f;

  private static final float LOSS = 0.28f;

  private final Gathering gathering;
  private final Literal literal;
  private final SlipCount count = new SlipCount();

  /// @param literal the same thread's
  Slips(Gathering gathering, Literal literal) {
    this.gathering = gathering;
    this.literal = literal;
  }

  void add(Parts parts, Word word) {
    String letters = Literal.plain(word.letters());
    if (letters.length() < SHORTEST || word.isMixed()) {
      return;
    }
    boolean latin = !word.hasCyrillic();
    int longEnough = parts.role == Role.FAMILY ? TWO_IN_SURNAME : TWO_IN_OTHERS;
    int slips = letters.length() < longEnough ? 1 : 2;
    int dearest = slips == 2 ? TWO : letters.length() > SHORTEST ? ONE : IN_SHORTEST;
    Lettering lettering = latin ? parts.latin : parts.cyrillic;
    lettering.near(letters, slips, count, part -> compare(parts, letters, part, dearest, latin));
  }

  private void compare(Parts parts, String letters, int part, int dearest, boolean latin) {
    float share = 1 - literal.closeness(letters, latin, parts.uk(part), parts.ru(part));
    if (literal.leastCost() <= dearest && share <= MOST) {
      Fit fit = literal.leastCost() <= ONE ? Fit.SLIP : Fit.SLIPS;
      gathering.add(part, BEST - LOSS * share, fit, 0);
    }
  }
}

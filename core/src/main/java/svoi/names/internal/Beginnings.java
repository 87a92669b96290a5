package svoi.names.internal;

import svoi.names.internal.Sounds.Reading;

/// Adds parts that begin as a word does. One thread's own.
final class Beginnings {
  /// What a beginning scores that leaves nearly all open, and one that is nearly whole.
  private static final float LEAST = 0.78f;

  private static final float MOST = 0.92f;

  /// That of a surname is never sure: it may be a whole surname, and another one.
  private static final float LEAST_OF_SURNAME = 0.81f;

  private static final float MOST_OF_SURNAME = 0.829f;

  /// The same while the word is being typed.
  private static final float LEAST_STARTED = 0.9f;

  private static final float MOST_STARTED = 0.96f;

  /// What a letter group costs that is not finished: it may be another letter by itself.
  private static final float UNFINISHED = 0.02f;

  /// Sounds that the letters of other sounds begin with: t of ts, s of sh.
  private static final String MAY_GO_ON = "itszkcSZ";

  /// Spellings that are read of one beginning.
  private static final int MOST_SPELLINGS = 3_000;

  private final Gathering gathering;

  Beginnings(Gathering gathering) {
    this.gathering = gathering;
  }

  /// @param fit [Fit#STARTED] while the word is being typed, else [Fit#BEGINNING]
  void add(Parts parts, Reading reading, Fit fit) {
    String sound = reading.sound();
    add(parts, sound, reading.cost(), fit);
    int shorter = sound.length() - 1;
    if (shorter >= parts.role.shortestBeginning && MAY_GO_ON.indexOf(sound.charAt(shorter)) >= 0) {
      add(parts, sound.substring(0, shorter), reading.cost() + UNFINISHED, fit);
    }
  }

  private void add(Parts parts, String sound, float cost, Fit fit) {
    boolean started = fit == Fit.STARTED;
    if (sound.length() < parts.role.shortestBeginning && !started) {
      return;
    }
    boolean surname = parts.role == Role.FAMILY;
    float least = started ? LEAST_STARTED : surname ? LEAST_OF_SURNAME : LEAST;
    float most = started ? MOST_STARTED : surname ? MOST_OF_SURNAME : MOST;
    int from = parts.spellings.from(sound);
    int after = Math.min(parts.spellings.after(sound), from + MOST_SPELLINGS);
    for (int spelling = from; spelling < after; spelling++) {
      float share = (float) sound.length() / parts.spellings.length(spelling);
      gathering.add(parts, spelling, least + (most - least) * share, cost, fit);
    }
  }
}

package svoi.names.internal;

import java.util.ArrayList;
import java.util.List;

/// The ways a word may be read aloud, the likelier first.
final class Sounds {
  /// What a reading further down the list loses; less than one letter of difference.
  private static final float LATER = 0.002f;

  private static final float MIXED = 0.005f;

  private Sounds() {}

  /// One way to read a word.
  ///
  /// @param cost what choosing it takes off a score
  record Reading(String sound, float cost) {}

  /// Never longer than a dozen; empty for words of other scripts.
  static List<Reading> of(Word word) {
    String letters = word.letters();
    if (!word.hasCyrillic()) {
      return latin(letters, 0);
    }
    if (!word.hasLatin()) {
      return List.of(new Reading(Cyrillic.soft(letters), 0));
    }
    List<Reading> readings = new ArrayList<>();
    readings.add(new Reading(Cyrillic.soft(LookAlikes.cyrillic(letters)), MIXED));
    String latin = LookAlikes.latin(letters);
    if (latin.chars().allMatch(c -> Word.isLatin((char) c))) {
      readings.addAll(latin(latin, MIXED));
    }
    return readings;
  }

  private static List<Reading> latin(String letters, float cost) {
    List<Reading> readings = new ArrayList<>();
    for (String sound : LatinSchools.sounds(letters)) {
      if (!sound.isEmpty()) {
        readings.add(new Reading(sound, cost + LATER * readings.size()));
      }
    }
    return readings;
  }
}

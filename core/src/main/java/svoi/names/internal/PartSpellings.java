package svoi.names.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Works out the spellings of a part of a name when it is indexed.
final class PartSpellings {
  private final Map<String, Spelling> bySound = new LinkedHashMap<>();

  private PartSpellings() {}

  static Collection<Spelling> ofFamily(String uk, String ru) {
    PartSpellings family = new PartSpellings();
    family.addWhole(Words.of(uk));
    family.addWhole(Words.of(ru));
    family.addHalves(Words.of(uk));
    family.addHalves(Words.of(ru));
    return family.bySound.values();
  }

  static Collection<Spelling> ofGiven(String uk, String ru) {
    PartSpellings given = new PartSpellings();
    given.addWhole(Words.of(uk));
    given.addWhole(Words.of(ru));
    Lexicon.spellings(uk, ru).forEach((sound, worth) -> given.add(sound, worth, 0));
    given.addHalves(Words.of(uk));
    given.addHalves(Words.of(ru));
    return given.bySound.values();
  }

  static Collection<Spelling> ofPatronymic(String uk, String ru) {
    PartSpellings patronymic = new PartSpellings();
    patronymic.addWhole(Words.of(uk));
    patronymic.addWhole(Words.of(ru));
    Set<String> own = new TreeSet<>(patronymic.bySound.keySet());
    for (String sound : own) {
      Lexicon.patronymics(sound).forEach((other, worth) -> patronymic.add(other, worth, 0));
    }
    return patronymic.bySound.values();
  }

  private void addWhole(List<Word> words) {
    Sound soft = new Sound();
    Sound hard = new Sound();
    for (Word word : words) {
      List<String> sounds = sounds(word);
      soft.add(sounds.getFirst());
      hard.add(sounds.getLast());
    }
    add(soft.toString(), Spelling.OWN, 0);
    add(hard.toString(), Spelling.OWN, 0);
  }

  private void addHalves(List<Word> words) {
    if (words.size() > 1) {
      sounds(words.getFirst()).forEach(sound -> add(sound, Spelling.HALF, 1));
      sounds(words.getLast()).forEach(sound -> add(sound, Spelling.HALF, 2));
    }
  }

  /// The soft reading, and the hard one where it is another; at least one.
  private static List<String> sounds(Word word) {
    List<String> sounds = new ArrayList<>();
    if (word.hasCyrillic()) {
      sounds.add(Cyrillic.soft(word.letters()));
      sounds.add(Cyrillic.hard(word.letters()));
    } else {
      Sounds.of(word).stream().limit(1).forEach(reading -> sounds.add(reading.sound()));
    }
    return sounds.isEmpty() ? List.of("") : sounds;
  }

  private void add(String sound, int worth, int half) {
    if (!sound.isEmpty()) {
      bySound.merge(
          sound,
          new Spelling(sound, worth, half),
          (old, other) -> old.worth() >= other.worth() ? old : other);
    }
  }
}

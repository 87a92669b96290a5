package svoi.names.internal;

import java.util.List;
import svoi.names.internal.Sounds.Reading;

/// Finds the parts that a typed word may be. One thread's own, used again for every word.
public final class Finder {
  private static final float GENDER = 0.965f;
  private static final float CASE = 0.955f;
  private static final float ROOT = 0.86f;
  private static final float SHORT_ROOT = 0.78f;
  private static final float INITIAL = 0.9f;

  /// Later readings of a Latin word are not looked up with mistakes.
  private static final int READINGS_WITH_MISTAKES = 4;

  /// How many parts are compared letter for letter; the others are taken to be as close as most.
  private static final int MOST_WEIGHED = 48;

  private static final float USUAL_CLOSENESS = 0.5f;

  private final Gathering gathering = new Gathering();
  private final Beginnings beginnings = new Beginnings(gathering);
  private final Mistakes mistakes = new Mistakes(gathering);
  private final Literal literal = new Literal();
  private final Slips slips = new Slips(gathering, literal);

  /// What `word` may be among `parts`.
  Candidates find(Parts parts, Word word, Depth depth) {
    gathering.clear();
    List<Reading> readings = Sounds.of(word);
    for (Reading reading : readings) {
      addWhole(parts, reading);
      addForms(parts, reading, isName(parts.role, word, reading) ? Fit.OTHER_NAME : Fit.CASE);
    }
    if (depth == Depth.TYPING) {
      readings.forEach(reading -> beginnings.add(parts, reading, Fit.STARTED));
    } else if (depth == Depth.WIDE && isUnknown(parts.role, readings)) {
      addWide(parts, word, readings);
    } else if (depth == Depth.FAR && gathering.size() == 0 && isUnknown(parts.role, readings)) {
      slips.add(parts, word);
    }
    addInitials(parts, word);
    weigh(parts, word);
    return gathering.sorted();
  }

  /// Whether a word may be a part misspelled or begun; a given name is no patronymic begun: Макар.
  private static boolean isUnknown(Role role, List<Reading> readings) {
    return readings.stream()
        .map(Reading::sound)
        .noneMatch(
            sound -> role.isKnown(sound) || (role == Role.PATRONYMIC && Role.GIVEN.isKnown(sound)));
  }

  private void addWhole(Parts parts, Reading reading) {
    int spelling = parts.spellings.find(reading.sound());
    if (spelling >= 0) {
      gathering.add(parts, spelling, 1, reading.cost(), Fit.WHOLE);
    }
  }

  /// Whether a word is a given name as it stands; letters tell more than sounds where they are
  /// there.
  private static boolean isName(Role role, Word word, Reading reading) {
    return role == Role.GIVEN
        && (word.hasCyrillic()
            ? Lexicon.isSpelledSo(Literal.plain(word.letters()))
            : Lexicon.isGivenName(reading.sound()));
  }

  /// A word that is a name as it stands is another one's case only without a change of its stem:
  /// Данила of Данило, but Ольга not of Олег.
  private void addForms(Parts parts, Reading reading, Fit inCase) {
    for (Stem typed : Stem.ofForm(reading.sound())) {
      boolean asTyped = reading.sound().startsWith(typed.text());
      int stem = inCase == Fit.CASE || asTyped ? parts.stems.find(typed.text()) : -1;
      if (stem >= 0) {
        addForms(parts, stem, typed, reading.cost(), inCase);
      }
    }
  }

  private void addForms(Parts parts, int stem, Stem typed, float cost, Fit inCase) {
    for (int i = parts.spellingsOfStems.start(stem); i < parts.spellingsOfStems.end(stem); i++) {
      int spelling = parts.spellingsOfStems.get(i);
      String ending = parts.spellings.sound(spelling).substring(typed.text().length());
      Stem name = new Stem(typed.text(), ending);
      boolean inOtherCase = name.declinesTo(typed.ending());
      if (parts.role == Role.FAMILY && name.hasOtherGender(typed.ending())) {
        gathering.add(parts, spelling, GENDER, cost, inOtherCase ? Fit.EITHER : Fit.GENDER);
      } else if (inOtherCase) {
        gathering.add(parts, spelling, CASE, cost, inCase);
      }
    }
  }

  private void addWide(Parts parts, Word word, List<Reading> readings) {
    List<Reading> likely = readings.stream().limit(READINGS_WITH_MISTAKES).toList();
    if (parts.role == Role.GIVEN) {
      likely.forEach(reading -> addRoots(parts, reading));
    }
    likely.forEach(reading -> mistakes.add(parts, word, reading));
    likely.forEach(reading -> beginnings.add(parts, reading, Fit.BEGINNING));
  }

  private void addRoots(Parts parts, Reading reading) {
    for (String root : PetName.roots(reading.sound())) {
      float factor = root.length() > 2 ? ROOT : SHORT_ROOT;
      int stem = parts.stems.find(root);
      for (int i = stem < 0 ? 0 : parts.spellingsOfStems.start(stem);
          stem >= 0 && i < parts.spellingsOfStems.end(stem);
          i++) {
        int spelling = parts.spellingsOfStems.get(i);
        gathering.add(parts, spelling, factor, reading.cost(), Fit.PET);
      }
    }
  }

  private void addInitials(Parts parts, Word word) {
    int initials = parts.role == Role.FAMILY ? 0 : Initials.of(word);
    for (int part = 0; initials != 0 && part < parts.size(); part++) {
      if ((parts.initials[part] & initials) != 0) {
        gathering.add(part, INITIAL, Fit.INITIAL, 0);
      }
    }
  }

  /// Lets letters decide where sounds are alike, and an exact surname push the near ones back.
  private void weigh(Parts parts, Word word) {
    float least = gathering.bestScore(MOST_WEIGHED);
    boolean exact = parts.role == Role.FAMILY && gathering.hasExact();
    boolean latin = !word.hasCyrillic();
    for (int i = 0; i < gathering.size(); i++) {
      Fit fit = gathering.fit(i);
      if (fit.isWeighed()) {
        boolean weighed = gathering.score(i) >= least;
        float closeness = weighed ? closeness(parts, word, latin, i) : USUAL_CLOSENESS;
        float score = gathering.score(i);
        if (fit == Fit.NEAR) {
          score =
              Mistakes.weighed(score, weighed ? closeness : 0, weighed && literal.isSlip(), exact);
        }
        gathering.score(i, score - parts.role.literalWeight * (1 - closeness));
      }
    }
  }

  private float closeness(Parts parts, Word word, boolean latin, int place) {
    int part = gathering.part(place);
    int half = gathering.half(place);
    return literal.closeness(
        word.letters(), latin, half(parts.uk(part), half), half(parts.ru(part), half));
  }

  private static String half(String name, int half) {
    int hyphen = half == 0 ? -1 : name.indexOf('-');
    if (hyphen < 0) {
      return name;
    }
    return half == 1 ? name.substring(0, hyphen) : name.substring(hyphen + 1);
  }
}

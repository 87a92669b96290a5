package svoi.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Random;
import java.util.Set;
import svoi.names.PersonName;

/// Persons who stand around the judged ones at scale: given names and patronymics of the judged
/// population, surnames put together from its syllables and the usual endings.
///
/// Nobody in it bears the consonants of a judged surname, so that judgments stay true.
final class Background {
  private static final String[][] ENDINGS = {
    {"енко", "енко", "енко", "енко"},
    {"чук", "чук", "чук", "чук"},
    {"юк", "юк", "юк", "юк"},
    {"ук", "ук", "ук", "ук"},
    {"ак", "ак", "ак", "ак"},
    {"ець", "ець", "ець", "ець"},
    {"ський", "ська", "ский", "ская"},
    {"цький", "цька", "цкий", "цкая"},
    {"ов", "ова", "ов", "ова"},
    {"ін", "іна", "ин", "ина"},
    {"ик", "ик", "ик", "ик"},
    {"ич", "ич", "ич", "ич"},
    {"ко", "ко", "ко", "ко"},
    {"ан", "ан", "ан", "ан"},
    {"ун", "ун", "ун", "ун"},
    {"а", "а", "а", "а"}
  };

  private static final String VOWELS = "аеєиіїоуюя";

  /// Persons to one surname on average.
  private static final int BEARERS = 8;

  private final Random random = new Random(20_240_725);
  private final List<PersonName> judged;
  private final Set<String> taken = new HashSet<>();
  private final List<String> syllables = new ArrayList<>();

  Background(Population population) {
    judged = population.persons().stream().map(Entry::getValue).toList();
    for (PersonName person : judged) {
      for (String half : person.familyUk().split("-", -1)) {
        taken.add(consonants(half));
        addSyllables(half.toLowerCase(Locale.ROOT));
      }
    }
  }

  private static String consonants(String surname) {
    return surname.toLowerCase(Locale.ROOT).replaceAll("[аеєиіїйоуюяьґ'’ʼ]", "");
  }

  private void addSyllables(String surname) {
    int start = 0;
    for (int i = 0; i < surname.length() - 1; i++) {
      if (VOWELS.indexOf(surname.charAt(i)) >= 0 && i > start) {
        syllables.add(surname.substring(start, i + 1));
        start = i + 1;
      }
    }
  }

  /// The same persons in every run; surnames by rank, a few of them common.
  List<Entry<String, PersonName>> persons(int count) {
    List<String[]> surnames = surnames(Math.max(100, count / BEARERS));
    List<Entry<String, PersonName>> persons = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int rank = (int) (surnames.size() * Math.pow(random.nextDouble(), 2.5));
      persons.add(Map.entry("b" + i, person(surnames.get(rank))));
    }
    return persons;
  }

  private List<String[]> surnames(int count) {
    Set<String> made = new HashSet<>();
    List<String[]> surnames = new ArrayList<>(count);
    while (surnames.size() < count) {
      String[] ending = ENDINGS[random.nextInt(ENDINGS.length)];
      String root = root();
      String surname = root + ending[0];
      if (!taken.contains(consonants(surname)) && made.add(surname)) {
        surnames.add(forms(root, ending));
      }
    }
    return surnames;
  }

  /// One to three syllables without the last vowel, with a capital.
  private String root() {
    StringBuilder root = new StringBuilder();
    for (int i = random.nextInt(4) / 2 + 1; i >= 0; i--) {
      root.append(syllables.get(random.nextInt(syllables.size())));
    }
    while (root.length() > 2 && VOWELS.indexOf(root.charAt(root.length() - 1)) >= 0) {
      root.setLength(root.length() - 1);
    }
    return root.substring(0, 1).toUpperCase(Locale.ROOT) + root.substring(1);
  }

  private static String[] forms(String root, String[] ending) {
    String russian =
        root.replace('і', 'и')
            .replace('І', 'И')
            .replace('ї', 'и')
            .replace('є', 'е')
            .replace('Ї', 'И')
            .replace('Є', 'Е')
            .replace('ґ', 'г');
    return new String[] {
      root + ending[0], root + ending[1], russian + ending[2], russian + ending[3]
    };
  }

  private PersonName person(String[] surname) {
    PersonName given = judged.get(random.nextInt(judged.size()));
    PersonName father = judged.get(random.nextInt(judged.size()));
    boolean woman = isWoman(given);
    while (isWoman(father) != woman) {
      father = judged.get(random.nextInt(judged.size()));
    }
    return new PersonName(
        surname[woman ? 1 : 0],
        given.givenUk(),
        father.patronymicUk(),
        surname[woman ? 3 : 2],
        given.givenRu(),
        father.patronymicRu());
  }

  private static boolean isWoman(PersonName person) {
    String patronymic = person.patronymicUk();
    return patronymic != null && patronymic.endsWith("на");
  }
}

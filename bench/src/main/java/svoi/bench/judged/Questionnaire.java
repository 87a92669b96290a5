package svoi.bench.judged;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes the queries of a judged set, category by category.
final class Questionnaire {
  /// Draws until one suits.
  private static final int TRIES = 20_000;

  private static final String HEAD = "query\tcategory\ttarget_id\trelevant_ids\tforbidden_ids";

  private final JudgedSet set;
  private final Random random;
  private final int each;
  private final List<String> rows = new ArrayList<>(List.of(HEAD));

  Questionnaire(JudgedSet set, int each) {
    this.set = set;
    this.random = set.random;
    this.each = each;
  }

  /// The table with its head.
  List<String> rows() {
    times(() -> asks("uk_exact", set.rare(), p -> pair(p.familyUk(), p.givenUk())));
    times(() -> asks("ru_exact", set.rare(), p -> pair(p.familyRu(), p.givenRu())));
    set.transliterations.forEach(this::transliterated);
    times(() -> asks("layout_wrong", set.rare(), this::layout));
    times(
        () ->
            asks("diminutive", set.rare(), p -> pair(p.familyUk(), pet(p, random.nextBoolean()))));
    times(() -> asks("full_any_order", set.rare(), this::full));
    times(() -> asks("initials", set.rare(), this::initials));
    times(() -> asks("declined_uk", set.rare(), this::declinedUk));
    times(() -> asks("declined_ru", set.rare(), this::declinedRu));
    times(
        () ->
            asks("typo1", set.rare(), p -> pair(Keyboard.slip(p.familyUk(), random), p.givenUk())));
    times(
        () ->
            asks("typo1", set.rare(), p -> pair(Keyboard.slip(p.familyRu(), random), p.givenRu())));
    times(
        () ->
            asks(
                "typo1_latin",
                set.rare(),
                p -> pair(Keyboard.slip(latin(p.familyUk()), random), latin(p.givenUk()))));
    times(() -> asks("typo2", set.rare(), this::twoTypos));
    times(() -> asks("prefix", set.rare(), this::beginning));
    times(
        () ->
            asks(
                "apostrophe",
                set.rare(),
                p -> pair(p.familyUk().replace("'", ""), p.givenUk().replace("'", "’"))));
    times(
        () ->
            asks(
                "yo_g",
                set.rare(),
                p -> pair(p.familyRu().replace('ё', 'е'), p.givenRu().replace('ё', 'е'))));
    times(() -> asks("homoglyph_noise", set.rare(), p -> mixed(pair(p.familyUk(), p.givenUk()))));
    times(() -> asks("gender_form", set.rare(), this::otherGender));
    times(() -> asks("double_surname", twoNames(), this::doubled));
    times(() -> asks("common_surname_full", set.any(), this::full));
    times(() -> asks("common_diminutive", set.any(), p -> pair(p.familyUk(), pet(p, true))));
    times(
        () ->
            asks(
                "mixed", set.rare(), p -> pair(Keyboard.slip(p.familyUk(), random), pet(p, true))));
    times(() -> crowded("crowd_uk", JudgedPerson::familyUk, JudgedPerson::givenUk));
    times(() -> crowded("crowd_ru", JudgedPerson::familyRu, JudgedPerson::givenRu));
    times(() -> crowded("crowd_kmu", p -> latin(p.familyUk()), p -> latin(p.givenUk())));
    times(() -> asks("surname_only", set.rare(), JudgedPerson::familyUk));
    times(this::absent);
    times(this::otherGiven);
    times(this::similarSurname);
    return rows;
  }

  private void times(Runnable question) {
    for (int i = 0; i < each; i++) {
      question.run();
    }
  }

  private void transliterated(Transliteration school) {
    times(
        () ->
            asks(
                school.category(),
                set.rare(),
                p ->
                    school.ukrainian()
                        ? pair(school.of(p.familyUk()), school.of(p.givenUk()))
                        : pair(school.of(p.familyRu()), school.of(p.givenRu()))));
  }

  private interface Wording {
    @Nullable String of(JudgedPerson person);
  }

  /// Adds a query about `person`; none when the wording does not suit the person.
  private void asks(String category, JudgedPerson person, Wording wording) {
    String query = wording.of(person);
    if (query != null && !query.isBlank()) {
      String relevant = ids(p -> isRelevant(category, p, person));
      rows.add(query + "\t" + category + "\t" + person.id() + "\t" + relevant + "\t");
    }
  }

  private static boolean isNamed(JudgedPerson one, JudgedPerson other) {
    return one.given() == other.given()
        && JudgedSet.skeleton(one.familyUk()).equals(JudgedSet.skeleton(other.familyUk()))
        && (one.surname().equals(other.surname())
            || one.familyUk().equals(other.familyUk())
            || one.familyRu().equals(other.familyRu()));
  }

  private static boolean isRelevant(String category, JudgedPerson one, JudgedPerson other) {
    return switch (category) {
      case "initials" -> hasInitials(one, other);
      case "surname_only" -> one.surname().equals(other.surname());
      default -> isNamed(one, other);
    };
  }

  private static boolean hasInitials(JudgedPerson one, JudgedPerson other) {
    return one.givenUk().charAt(0) == other.givenUk().charAt(0)
        && JudgedSet.skeleton(one.familyUk()).equals(JudgedSet.skeleton(other.familyUk()));
  }

  private String ids(Predicate<JudgedPerson> which) {
    return set.persons.stream()
        .filter(which)
        .map(JudgedPerson::id)
        .collect(Collectors.joining(","));
  }

  private String pair(@Nullable String family, @Nullable String given) {
    if (family == null || given == null || given.isEmpty()) {
      return "";
    }
    return random.nextBoolean() ? family + " " + given : given + " " + family;
  }

  private String pet(JudgedPerson person, boolean ukrainian) {
    String[] pets = set.givens.get(person.given())[ukrainian ? 3 : 4].split(",", -1);
    return pets[random.nextInt(pets.length)];
  }

  private String latin(String ukrainian) {
    return set.transliterations.getFirst().of(ukrainian);
  }

  private String layout(JudgedPerson p) {
    return switch (random.nextInt(4)) {
      case 0 -> Keyboard.latinFor(pair(p.familyUk(), p.givenUk()), true);
      case 1 -> Keyboard.latinFor(pair(p.familyRu(), p.givenRu()), false);
      case 2 -> Keyboard.cyrillicFor(pair(latin(p.familyUk()), latin(p.givenUk())), true);
      default -> Keyboard.cyrillicFor(pair(latin(p.familyUk()), latin(p.givenUk())), false);
    };
  }

  private String full(JudgedPerson p) {
    boolean uk = random.nextBoolean();
    String family = uk ? p.familyUk() : p.familyRu();
    String rest = uk ? p.givenUk() + " " + p.fatherUk() : p.givenRu() + " " + p.fatherRu();
    return random.nextBoolean() ? family + " " + rest : rest + " " + family;
  }

  private String initials(JudgedPerson p) {
    String given = p.givenUk().substring(0, 1);
    String father = p.fatherUk().substring(0, 1);
    return switch (random.nextInt(4)) {
      case 0 -> p.familyUk() + " " + given + "." + father + ".";
      case 1 -> given + ". " + p.familyUk();
      case 2 -> p.familyUk() + " " + given + father;
      default -> latin(p.familyUk()) + " " + latin(given).substring(0, 1) + ".";
    };
  }

  private String declinedUk(JudgedPerson p) {
    int which = random.nextInt(Cases.COUNT);
    return pair(
        Cases.ukrainian(p.familyUk(), p.woman(), true, which),
        Cases.ukrainian(p.givenUk(), p.woman(), false, which));
  }

  private String declinedRu(JudgedPerson p) {
    int which = random.nextInt(Cases.COUNT);
    return pair(
        Cases.russian(p.familyRu(), p.woman(), true, which),
        Cases.russian(p.givenRu(), p.woman(), false, which));
  }

  private String twoTypos(JudgedPerson p) {
    String once = Keyboard.slip(p.familyUk(), random);
    return random.nextBoolean()
        ? pair(Keyboard.slip(once, random), p.givenUk())
        : pair(once, Keyboard.slip(p.givenUk(), random));
  }

  private @Nullable String beginning(JudgedPerson p) {
    String family = p.familyUk();
    if (family.length() < 7) {
      return null;
    }
    return pair(family.substring(0, 4 + random.nextInt(family.length() - 6)), p.givenUk());
  }

  private static String mixed(String query) {
    return query.replace('о', 'o').replace('а', 'a').replace('р', 'p');
  }

  private @Nullable String otherGender(JudgedPerson p) {
    String family = p.familyUk();
    if (!p.woman() || !family.matches(".*(ова|ева|єва|іна|ська|цька)")) {
      return null;
    }
    boolean adjective = family.endsWith("ька");
    String cut = family.substring(0, family.length() - 1);
    return pair(adjective ? cut + "ий" : cut, p.givenUk());
  }

  private JudgedPerson twoNames() {
    JudgedPerson person = set.any();
    return person.familyUk().contains("-") ? person : twoNames();
  }

  private String doubled(JudgedPerson p) {
    String[] halves = p.familyUk().split("-", -1);
    String family =
        switch (random.nextInt(4)) {
          case 0 -> halves[0];
          case 1 -> halves[1];
          case 2 -> halves[1] + "-" + halves[0];
          default -> halves[0] + " " + halves[1];
        };
    return pair(family, p.givenUk());
  }

  /// Somebody of a given name beside whom others stand whose surnames have the same consonants.
  private void crowded(
      String category,
      Function<JudgedPerson, String> family,
      Function<JudgedPerson, String> given) {
    JudgedPerson person = set.any();
    for (int i = 0; i < TRIES && !isCrowded(person, family); i++) {
      person = set.any();
    }
    String surname = family.apply(person);
    int name = person.given();
    String relevant = ids(p -> p.given() == name && family.apply(p).equals(surname));
    String query = pair(surname, given.apply(person));
    rows.add(query + "\t" + category + "\t" + person.id() + "\t" + relevant + "\t");
  }

  private boolean isCrowded(JudgedPerson person, Function<JudgedPerson, String> family) {
    return !person.familyUk().contains("-")
        && set.bearers(person.familyUk()).stream()
            .anyMatch(
                p -> p.given() == person.given() && !family.apply(p).equals(family.apply(person)));
  }

  private void absent() {
    String[] surname = set.nobodys();
    if (set.bearers(surname[1]).isEmpty()) {
      String given = set.givens.get(set.given(false))[1];
      rows.add(pair(surname[1], given) + "\tneg_absent\t\t\t");
    }
  }

  private void otherGiven() {
    JudgedPerson person = set.rare();
    int other = set.given(person.woman());
    boolean none = set.bearers(person.familyUk()).stream().noneMatch(p -> p.given() == other);
    if (none && !akin(person, other)) {
      String query = pair(person.familyUk(), set.givens.get(other)[1]);
      rows.add(query + "\tneg_other_given\t\t\t" + ids(p -> p.surname().equals(person.surname())));
    }
  }

  /// Whether one of the names is a pet name of the other.
  private boolean akin(JudgedPerson person, int other) {
    String one = String.join(",", set.givens.get(other));
    return set.bearers(person.familyUk()).stream()
        .map(p -> String.join(",", set.givens.get(p.given())))
        .anyMatch(names -> shares(names, one));
  }

  private static boolean shares(String names, String others) {
    List<String> all = List.of(others.toLowerCase(Locale.ROOT).split(",", -1));
    return List.of(names.toLowerCase(Locale.ROOT).split("[,\t]", -1)).stream()
        .anyMatch(name -> name.length() > 1 && all.contains(name));
  }

  private void similarSurname() {
    JudgedPerson person = set.rare();
    Supplier<String[]> any = set::nobodys;
    for (int i = 0; i < TRIES; i++) {
      String[] surname = any.get();
      String own = person.familyUk();
      int shared = Math.min(4, own.length());
      boolean sameStart = surname[1].startsWith(own.substring(0, shared));
      if (sameStart && set.bearers(surname[1]).isEmpty()) {
        String query = pair(surname[person.woman() ? 2 : 1], person.givenUk());
        rows.add(query + "\tneg_similar_surname\t\t\t" + person.id());
        return;
      }
    }
  }
}

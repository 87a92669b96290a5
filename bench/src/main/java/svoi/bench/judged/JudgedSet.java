package svoi.bench.judged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes persons and judged queries from lists of names; the same for the same seed.
///
/// Usage: `JudgedSet DATA SEED PERSONS EACH OUT`: lists in folder DATA, EACH queries of a category,
/// written to `OUT_persons.jsonl` and `OUT_queries.tsv`.
public final class JudgedSet {
  private static final double MEN = 0.68;
  private static final double DOUBLE = 0.04;

  /// Every third surname is borne by nobody.
  private static final int NOBODYS = 3;

  final Random random;
  final List<String[]> givens;
  final List<Transliteration> transliterations;
  final List<JudgedPerson> persons = new ArrayList<>();
  private final List<String[]> surnames;
  private final List<String[]> nobodys;
  private final Map<String, String[]> patronymics;
  private final Map<String, List<JudgedPerson>> bySkeleton = new HashMap<>();

  private JudgedSet(Path data, long seed) throws IOException {
    random = new Random(seed);
    givens = rows(data.resolve("given_names.tsv"));
    List<String[]> all = rows(data.resolve("surnames.tsv"));
    Map<Boolean, List<String[]>> parted =
        IntStream.range(0, all.size())
            .boxed()
            .collect(
                Collectors.partitioningBy(
                    i -> (i * 2_654_435_761L + seed) % NOBODYS == 0,
                    Collectors.mapping(all::get, Collectors.toList())));
    surnames = parted.getOrDefault(false, List.of());
    nobodys = parted.getOrDefault(true, List.of());
    patronymics =
        rows(data.resolve("patronymics.tsv")).stream().collect(Collectors.toMap(r -> r[0], r -> r));
    transliterations = Transliteration.read(data.resolve("transliterations.tsv"));
  }

  public static void main(String[] words) throws IOException {
    JudgedSet set = new JudgedSet(Path.of(words[0]), Long.parseLong(words[1]));
    set.fill(Integer.parseInt(words[2]));
    List<String> people = set.persons.stream().map(JudgedPerson::json).toList();
    Files.write(Path.of(words[4] + "_persons.jsonl"), people);
    Files.write(
        Path.of(words[4] + "_queries.tsv"),
        new Questionnaire(set, Integer.parseInt(words[3])).rows());
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private void fill(int count) {
    for (int i = 0; i < count; i++) {
      JudgedPerson person = person(String.format(Locale.ROOT, "q%07d", i + 1));
      persons.add(person);
      for (String half : person.familyUk().split("-", -1)) {
        bySkeleton.computeIfAbsent(skeleton(half), key -> new ArrayList<>()).add(person);
      }
    }
  }

  private JudgedPerson person(String id) {
    boolean woman = random.nextDouble() > MEN;
    int given = given(woman);
    int father = given(false);
    int first = rank();
    int second = random.nextDouble() < DOUBLE ? rank() : -1;
    String[] patronymic = patronymics.getOrDefault(givens.get(father)[1], new String[6]);
    return new JudgedPerson(
        id,
        woman,
        second < 0 ? "" + first : first + "-" + second,
        given,
        father,
        new String[] {
          family(first, second, woman, 1), givens.get(given)[1], patronymic[woman ? 3 : 2]
        },
        new String[] {
          family(first, second, woman, 3), givens.get(given)[2], patronymic[woman ? 5 : 4]
        });
  }

  int given(boolean woman) {
    int given = random.nextInt(givens.size());
    return givens.get(given)[0].equals(woman ? "f" : "m") ? given : given(woman);
  }

  private int rank() {
    return (int) (surnames.size() * Math.pow(random.nextDouble(), 1.6));
  }

  /// A surname that nobody was given.
  String[] nobodys() {
    return nobodys.get(random.nextInt(nobodys.size()));
  }

  private String family(int first, int second, boolean woman, int column) {
    int form = column + (woman ? 1 : 0);
    String family = surnames.get(first)[form];
    return second < 0 ? family : family + "-" + surnames.get(second)[form];
  }

  static String skeleton(String surname) {
    return surname.toLowerCase(Locale.ROOT).replaceAll("[аеєиіїйоуюяьґ'’]", "");
  }

  List<JudgedPerson> bearers(String surname) {
    return bySkeleton.getOrDefault(skeleton(surname), List.of());
  }

  /// A person whose consonants at most four share, so that the judgment is plain.
  JudgedPerson rare() {
    JudgedPerson person = persons.get(random.nextInt(persons.size()));
    boolean many =
        Arrays.stream(person.familyUk().split("-", -1)).anyMatch(half -> bearers(half).size() > 4);
    return many || person.familyUk().contains("-") ? rare() : person;
  }

  JudgedPerson any() {
    return persons.get(random.nextInt(persons.size()));
  }
}

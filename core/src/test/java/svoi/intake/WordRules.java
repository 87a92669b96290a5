package svoi.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The rules of our own word lists, and the program that makes a list of candidates written by
/// hand.
///
/// `java WordRules.java candidates.txt [dictionary.dic]` prints 2,048 words that break no rule; the
/// dictionary only checks spelling. What a rule can't tell (common, concrete, a noun, neutral) is
/// for whoever writes the candidates.
final class WordRules {
  static final int SIZE = 2048;
  static final int DECISIVE = 4;
  private static final Pattern FORM = Pattern.compile("[а-яєії&&[^ёґ]]{4,7}");

  /// Beginnings of words about war, police, religion, sex, politics and places, in both languages.
  private static final String TABOO =
      """
      аббат абат адвокат армад армі арми арест арешт артилер атак атаман бандит батал бомб боєць боевик
      броня бронев бунт бурса варта взвод вибух взрыв вибори выбор війн войн воен воєн воин воїн вождь воевод
      ворог враг влад власт гармат гарниз гарніз гашет герб гетьман гетман гонитва граждан громадян гранат
      гроб губерн гусар декрет делегат демон депутат держав десант деспот доспех дозор донос допит допрос
      дуел дуэл дуло душман ересь єресь єпископ епископ жандарм жертв жрец жрець захват зброя знамя ікон икон
      имам імам импер імпер инок ідол идол каземат кайзер канцлер карабін карабин каратель караул каска кастет
      келья кинжал кінжал козак казак кобур комбат комиссар комісар конвой консул коран корсар кортик копье
      краж крад куля кулемет ладан лагерь лицар любов мавр майдан мандат марш мафи мафі мачет меса месса мечет
      меч мина міна министр міністр минарет мінарет митинг мітинг мишень мішень молитв молебен монах монастир
      монарх мулла мулат мундир мятеж могил мерец мерць мертв наган наступ напад налет налог народ наци націон
      облог оборон окоп орда орден ордер осавул отряд отруби отруб отрава отрута офицер офіцер палач паломник
      панцир парад парламент партия партія партиз пастор пасха паска патрон патрул пеніс пенис перемог победа
      пехот піхот пират пірат писанк пищаль плен погром погон подвиг посол постріл президент присяг пророк
      псалом пуля пушк ракет рапир рапір рать редут режим религ реліг реванш револ риза рушниц ружье рыцар сабл
      сатан свобод священ сейм секс сенат серафим скипетр скит скелет смерть смута снаряд снайпер собор солдат
      союз спротив стрельб стрела стрелок сторож сутан съезд судья суддя тачанк танк террор терор торпед труна
      труп турм тюрм тризуб трон убий убив указ уряд урон утроб фашист флирт флот флагман форпост фрегат фронт
      хоругв хорунж хрест крест царь царевна царств цыган циган чадр часовня член чужак чорт чума череп шабл
      шинел шпаг шпион шпигун шпор шлем шолом штик штык штаб штурм эполет эскадр ескадр яничар ярмо холер хабар
      рига рим онега рівьера ривьера токай кавказ сибір сибирь грудь груди грудка нудист шваль дурман удар полк
      полиця полиц поліц флагман укол свято славян удило подат бомж жижа рабство рабын
      """;

  /// Harmless words that only begin like others.
  private static final Set<String> HARMLESS =
      Set.of(
          "бронза", "крест", "кобура", "маршрут", "мечта", "орденок", "панцирь", "полиця", "полка",
          "тронка", "указка", "ударник", "удар", "шпагат", "шлемник", "чумак", "танкер", "хрестик",
          "штурман", "святки", "бунтар", "полкило", "фронтон", "атака");

  private WordRules() {}

  static boolean hasForm(String word) {
    return FORM.matcher(word).matches();
  }

  static boolean isTaboo(String word) {
    return !HARMLESS.contains(word) && TABOOS.stream().anyMatch(word::startsWith);
  }

  private static final Set<String> TABOOS =
      new HashSet<>(Arrays.asList(TABOO.strip().split("\\s+", -1)));

  static String decisive(String word) {
    return word.substring(0, Math.min(DECISIVE, word.length()));
  }

  /// Pairs of words that one letter added, left out or exchanged turns into each other.
  static Set<String> tooClose(List<String> words) {
    Map<String, List<String>> byHole = new HashMap<>();
    Set<String> known = new HashSet<>(words);
    Set<String> pairs = new TreeSet<>();
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        String shorter = word.substring(0, i) + word.substring(i + 1);
        if (known.contains(shorter)) {
          pairs.add(shorter + " " + word);
        }
        String hole = word.substring(0, i) + "_" + word.substring(i + 1);
        List<String> others = byHole.computeIfAbsent(hole, h -> new ArrayList<>());
        others.forEach(other -> pairs.add(other + " " + word));
        others.add(word);
      }
    }
    return pairs;
  }

  /// Everything that is wrong with a list; empty for one that may be shipped.
  static List<String> violations(List<String> words) {
    List<String> found = new ArrayList<>();
    if (words.size() != SIZE) {
      found.add("size " + words.size());
    }
    Set<String> beginnings = new HashSet<>();
    for (String word : words) {
      if (!hasForm(word)) {
        found.add("form " + word);
      } else if (isTaboo(word)) {
        found.add("taboo " + word);
      } else if (!beginnings.add(decisive(word))) {
        found.add("beginning " + word);
      }
    }
    tooClose(words).forEach(pair -> found.add("close " + pair));
    return found;
  }

  /// As many candidates as fit together; a word that stands against few others goes first.
  static List<String> fitting(Set<String> candidates) {
    List<String> good = candidates.stream().filter(w -> hasForm(w) && !isTaboo(w)).toList();
    Map<String, Set<String>> against = new HashMap<>();
    for (String pair : tooClose(good)) {
      String[] two = pair.split(" ", 2);
      against.computeIfAbsent(two[0], w -> new HashSet<>()).add(two[1]);
      against.computeIfAbsent(two[1], w -> new HashSet<>()).add(two[0]);
    }
    Map<String, Long> alike = new HashMap<>();
    good.forEach(w -> alike.merge(decisive(w), 1L, Long::sum));
    Comparator<String> fewest =
        Comparator.comparingLong(
            w ->
                2L * against.getOrDefault(w, Set.of()).size()
                    + alike.getOrDefault(decisive(w), 0L));
    Set<String> beginnings = new HashSet<>();
    Set<String> taken = new LinkedHashSet<>();
    for (String word : good.stream().sorted(fewest).toList()) {
      boolean free = against.getOrDefault(word, Set.of()).stream().noneMatch(taken::contains);
      if (free && beginnings.add(decisive(word))) {
        taken.add(word);
      }
    }
    return new ArrayList<>(taken);
  }

  public static void main(String[] args) throws IOException {
    Set<String> candidates = new LinkedHashSet<>();
    for (String word : Files.readString(Path.of(args[0])).split("\\s+", -1)) {
      candidates.add(word.replace('ё', 'е'));
    }
    if (args.length > 1) {
      Set<String> spelt = new HashSet<>();
      for (String line : Files.readAllLines(Path.of(args[1]))) {
        spelt.add(line.split("/", 2)[0].strip().replace('ё', 'е'));
      }
      candidates.retainAll(spelt);
    }
    List<String> fitting = fitting(candidates);
    System.err.println(fitting.size() + " fit together, " + SIZE + " are needed");
    fitting.stream().limit(SIZE).sorted().forEach(System.out::println);
  }
}

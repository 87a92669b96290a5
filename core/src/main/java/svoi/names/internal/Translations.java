package svoi.names.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Given names and patronymics of one language with what they are in the other, from
/// `given_names.tsv` and `patronymics.tsv`. Keys are folded by [Literal#plain], with the gender in
/// front, because a name may be a woman's and a man's.
public final class Translations {
  private static final String VOWELS = "аеєиіїоуюяыэё";
  private static final Translations UKRAINIAN_TO_RUSSIAN = new Translations();
  private static final Translations RUSSIAN_TO_UKRAINIAN = new Translations();

  private final Map<String, String> given = new HashMap<>();
  private final Map<String, String> patronymics = new HashMap<>();

  static {
    Map<String, String[]> irregular = new HashMap<>();
    for (String[] row : Tables.rows("patronymics.tsv")) {
      irregular.put(row[0] + " " + row[1], row);
    }
    for (String[] row : commonFirst(Tables.rows("given_names.tsv"))) {
      if (!row[0].equals("gender")) {
        UKRAINIAN_TO_RUSSIAN.given.putIfAbsent(key(row[0], row[1]), row[2]);
        RUSSIAN_TO_UKRAINIAN.given.putIfAbsent(key(row[0], row[2]), apostrophe(row[1]));
        if (row[0].equals("m")) {
          enterFather(row[1], row[2], irregular.get(row[1] + " " + row[2]));
        }
      }
    }
  }

  private Translations() {}

  /// Where several names are one in the other language, the commoner is meant: it is the one for
  /// which people have made more forms.
  private static List<String[]> commonFirst(List<String[]> rows) {
    return rows.stream()
        .sorted(Comparator.comparingInt(row -> -String.join(",", row).length()))
        .toList();
  }

  /// From Ukrainian to Russian.
  public static Translations toRussian() {
    return UKRAINIAN_TO_RUSSIAN;
  }

  /// From Russian to Ukrainian.
  public static Translations toUkrainian() {
    return RUSSIAN_TO_UKRAINIAN;
  }

  /// The same given name in the other language; empty when it is not in the lexicon.
  public Optional<String> given(String sex, String name) {
    return Optional.ofNullable(given.get(key(sex, name)));
  }

  /// The same patronymic in the other language; empty when the father's name is not known.
  public Optional<String> patronymic(String sex, String name) {
    return Optional.ofNullable(patronymics.get(key(sex, name)));
  }

  private static String key(String sex, String name) {
    return sex + Literal.plain(name);
  }

  private static void enterFather(String uk, String ru, String @Nullable [] irregular) {
    for (String sex : new String[] {"m", "f"}) {
      boolean daughter = sex.equals("f");
      String ukrainian = uk(uk, daughter);
      String russian = ru(ru, daughter);
      if (irregular != null && isOfficial(ru, irregular[4])) {
        ukrainian = first(irregular[daughter ? 3 : 2], ukrainian);
        russian = first(irregular[daughter ? 5 : 4], russian);
      }
      UKRAINIAN_TO_RUSSIAN.patronymics.putIfAbsent(key(sex, ukrainian), russian);
      RUSSIAN_TO_UKRAINIAN.patronymics.putIfAbsent(key(sex, russian), apostrophe(ukrainian));
    }
  }

  /// Rows of colloquial forms only, Саныч, say nothing about documents.
  private static boolean isOfficial(String father, String sons) {
    boolean vowelLast = VOWELS.indexOf(father.charAt(father.length() - 1)) >= 0;
    return vowelLast || first(sons, "").endsWith("вич");
  }

  private static String first(String forms, String otherwise) {
    String first = forms.split(",", -1)[0];
    return first.isEmpty() ? otherwise : first;
  }

  private static String apostrophe(String name) {
    return name.replace('\'', '’');
  }

  /// Іван, Іванович, Іванівна; Сергій, Сергійович, Сергіївна; Петро, Петрович.
  private static String uk(String father, boolean daughter) {
    if (father.endsWith("й")) {
      return daughter ? father.substring(0, father.length() - 1) + "ївна" : father + "ович";
    }
    return stem(father) + (daughter ? "івна" : "ович");
  }

  /// Иван, Иванович, Ивановна; Сергей, Сергеевич; Игорь, Игоревич.
  private static String ru(String father, boolean daughter) {
    String end = daughter ? "вна" : "вич";
    if (father.endsWith("й") || father.endsWith("ь")) {
      return father.substring(0, father.length() - 1) + "е" + end;
    }
    return stem(father) + "о" + end;
  }

  private static String stem(String father) {
    int end = father.length();
    while (end > 2 && VOWELS.indexOf(father.charAt(end - 1)) >= 0) {
      end--;
    }
    return father.substring(0, end);
  }
}

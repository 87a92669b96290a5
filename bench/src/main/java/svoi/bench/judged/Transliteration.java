package svoi.bench.judged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One way to write Cyrillic names in Latin letters.
///
/// @param ukrainian whether it starts from the Ukrainian form, else from the Russian
/// @param letters what letters and pairs of letters become; with `^` at the start of a word
record Transliteration(String category, boolean ukrainian, Map<String, String> letters) {
  private static final String UKRAINIAN =
      "а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t"
          + " у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu я=ia '=";
  private static final String RUSSIAN =
      "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh"
          + " ц=ts ч=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia";

  static List<Transliteration> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> of(line.split("\t", -1)))
        .toList();
  }

  private static Transliteration of(String[] row) {
    boolean ukrainian = row[1].equals("uk");
    Map<String, String> letters = new HashMap<>();
    add(letters, ukrainian ? UKRAINIAN : RUSSIAN);
    add(letters, row[3]);
    return new Transliteration(row[2], ukrainian, letters);
  }

  private static void add(Map<String, String> letters, String pairs) {
    for (String pair : List.of(pairs.split(" ", -1))) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        letters.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
  }

  /// `name` in Latin letters, with the capitals of the Cyrillic.
  String of(String name) {
    StringBuilder latin = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      boolean start = i == 0 || "- ".indexOf(name.charAt(i - 1)) >= 0;
      String pair = name.substring(i, Math.min(i + 2, name.length())).toLowerCase(Locale.ROOT);
      String letter = pair.substring(0, 1);
      String out = letters.getOrDefault(letter, letter);
      if (start && letters.containsKey("^" + letter)) {
        out = letters.getOrDefault("^" + letter, "");
      } else if (pair.length() == 2 && letters.containsKey(pair)) {
        out = letters.getOrDefault(pair, "");
      }
      latin.append(Character.isUpperCase(name.charAt(i)) ? capital(out) : out);
      i += out.equals(letters.get(pair)) && pair.length() == 2 ? 1 : 0;
    }
    return latin.toString();
  }

  private static String capital(String text) {
    return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}

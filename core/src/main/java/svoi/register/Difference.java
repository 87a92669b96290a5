package svoi.register;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What changed in one field between two contents, word by word.
///
/// @param field name of the field, for example `plot-uk`
public record Difference(String field, List<Piece> pieces) {
  public Difference {
    pieces = List.copyOf(pieces);
  }

  /// A run of words: kept, taken out or put in.
  public record Piece(Kind kind, String text) {}

  public enum Kind {
    SAME,
    GONE,
    NEW
  }

  /// The fields that differ, in the order of the page.
  public static List<Difference> between(Content before, Content after) {
    Set<String> names = new LinkedHashSet<>(after.fields().keySet());
    names.addAll(before.fields().keySet());
    List<Difference> found = new ArrayList<>();
    for (String name : names) {
      String old = before.fields().getOrDefault(name, "");
      String now = after.fields().getOrDefault(name, "");
      if (!old.equals(now)) {
        found.add(new Difference(name, pieces(words(old), words(now))));
      }
    }
    return found;
  }

  /// Words with what follows them up to the next word, so that joining them gives the text again.
  private static String[] words(String text) {
    return text.isEmpty() ? new String[0] : text.split("(?<=\\s)(?=\\S)");
  }

  /// By the longest common run of words: texts have 6,000 characters at most.
  private static List<Piece> pieces(String[] old, String[] now) {
    int[][] common = new int[old.length + 1][now.length + 1];
    for (int i = old.length - 1; i >= 0; i--) {
      for (int j = now.length - 1; j >= 0; j--) {
        common[i][j] =
            old[i].strip().equals(now[j].strip())
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    Runs runs = new Runs();
    int i = 0;
    int j = 0;
    while (i < old.length || j < now.length) {
      if (i < old.length && j < now.length && old[i].strip().equals(now[j].strip())) {
        runs.add(Kind.SAME, now[j]);
        i++;
        j++;
      } else if (j == now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) {
        runs.add(Kind.GONE, old[i++]);
      } else {
        runs.add(Kind.NEW, now[j++]);
      }
    }
    return runs.pieces;
  }

  private static final class Runs {
    private final List<Piece> pieces = new ArrayList<>();

    void add(Kind kind, String word) {
      Piece last = pieces.isEmpty() ? null : pieces.getLast();
      if (last != null && last.kind() == kind) {
        pieces.set(pieces.size() - 1, new Piece(kind, last.text() + word));
      } else {
        pieces.add(new Piece(kind, word));
      }
    }
  }
}

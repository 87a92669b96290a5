package svoi.names;

import java.util.List;

/// Who fits a query. What is only similar stands apart: shown first, it would be a false
/// accusation.
///
/// @param reading how the query was understood when it found somebody
/// @param matches the name asked for in some spelling of it, best first
/// @param similar names that are near it and may be other people's, best first
public record Answer<K>(Reading reading, List<Hit<K>> matches, List<Hit<K>> similar) {
  public Answer {
    matches = List.copyOf(matches);
    similar = List.copyOf(similar);
  }

  /// The answer to a query that fits nobody.
  public static <K> Answer<K> nobody() {
    return new Answer<>(Reading.NOTHING, List.of(), List.of());
  }
}

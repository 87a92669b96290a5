package svoi.search;

import java.util.List;
import svoi.names.Reading;

/// What a search by name found.
///
/// @param reading how the query was understood when it found somebody
/// @param matches the name that was asked for, best first
/// @param similar other names that are near it, best first: never to be shown as the answer
/// @param more whether there are further matches beyond the limit
/// @param complete false while the index is being read: only family names letter for letter were
///     compared
public record Found<K>(
    Reading reading,
    List<Match<K>> matches,
    List<Match<K>> similar,
    boolean more,
    boolean complete) {
  public Found {
    matches = List.copyOf(matches);
    similar = List.copyOf(similar);
  }

  /// An answer for a query of nothing.
  public static <K> Found<K> nobody() {
    return new Found<>(Reading.NOTHING, List.of(), List.of(), false, true);
  }
}

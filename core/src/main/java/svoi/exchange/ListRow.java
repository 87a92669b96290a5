package svoi.exchange;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of a list version, as it stood there.
///
/// @param terms of its block: `1:5` or `asymmetric`
/// @param match linked, unknown or ambiguous
/// @param participant null unless linked
/// @param name in Ukrainian, or as they wrote it; empty once the person was erased
/// @param nameRu in Russian; of their rows empty
/// @param born as it stood there; may be empty
public record ListRow(
    int position,
    int block,
    String terms,
    Side side,
    @Nullable Integer reserveRank,
    String match,
    @Nullable UUID participant,
    String name,
    String nameRu,
    String nameLatin,
    String born,
    boolean demand) {

  /// What tells one row from another: the person, or for a name nobody was found for the words.
  String key() {
    return participant == null
        ? String.join("|", "?", side.code(), name, born)
        : participant.toString();
  }

  /// Where it stands, order left out.
  String standing() {
    return block + "|" + terms + "|" + (reserveRank == null ? "" : "r");
  }
}

package svoi.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of a round's list.
///
/// @param n numbered without gaps, ours and theirs together
/// @param state draft, sent, received or superseded
/// @param hash of the whole content, as it is signed; of a draft as it stands now
/// @param canonical of who stands where under which terms; null for a draft
/// @param agreesWithSlots whether the slots as they stand would give the same canonical hash
/// @param open of theirs: rows whose name nobody could be found for, or several
/// @param demands of theirs: rows that name somebody of the unconditional track
/// @param signatures agencies that signed this content
/// @param passedAt when it was sent or received; null for a draft
public record ListVersion(
    UUID id,
    int n,
    boolean ours,
    String state,
    byte[] hash,
    byte @Nullable [] canonical,
    boolean agreesWithSlots,
    int offered,
    int awaited,
    int reserves,
    int open,
    int demands,
    List<String> signatures,
    List<String> demandSignatures,
    Instant madeAt,
    @Nullable Instant passedAt) {
  public ListVersion {
    signatures = List.copyOf(signatures);
    demandSignatures = List.copyOf(demandSignatures);
  }

  public boolean isDraft() {
    return state.equals("draft");
  }

  /// The first letters of the hash, as people read them to each other.
  public String shortHash() {
    return java.util.HexFormat.of().formatHex(hash).substring(0, 12);
  }
}

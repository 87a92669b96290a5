package svoi.exchange;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A part of a round with its own ratio, and how many stand in it, reserves left out.
///
/// @param offersPart a of a:b; null with `needsPart` for an asymmetric block
/// @param ground of the asymmetry
/// @param offeredKind whom it takes; null: anyone
/// @param signatures agencies that signed an asymmetric block as it is now
public record Block(
    UUID id,
    int number,
    @Nullable Integer offersPart,
    @Nullable Integer needsPart,
    @Nullable String ground,
    @Nullable OfferedKind offeredKind,
    @Nullable Category awaitedCategory,
    int version,
    int offered,
    int awaited,
    int reserves,
    java.util.List<String> signatures,
    byte[] hash) {
  public Block {
    signatures = java.util.List.copyOf(signatures);
  }

  public boolean asymmetric() {
    return offersPart == null;
  }

  /// Whether the counts fit the ratio; an asymmetric block has none.
  public boolean keepsItsRatio() {
    return offersPart == null
        || needsPart == null
        || (long) awaited * offersPart == (long) offered * needsPart;
  }

  /// As lists write it: `1:5` or `asymmetric`.
  public String terms() {
    return offersPart == null ? "asymmetric" : offersPart + ":" + needsPart;
  }

  /// What is entered about a block.
  public record Terms(
      @Nullable Integer offersPart,
      @Nullable Integer needsPart,
      @Nullable String ground,
      @Nullable OfferedKind offeredKind,
      @Nullable Category awaitedCategory) {}
}

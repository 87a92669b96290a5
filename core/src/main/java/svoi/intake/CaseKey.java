package svoi.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/// The key of one case: all that is said in it is sealed under it, each part bound to its place.
///
/// Bound are the case, the sequence, the direction, the desk's epoch in which the case began, and
/// the version: a row that was moved anywhere does not open.
final class CaseKey {
  private static final int BYTES = 32;

  /// What a row is. Keys are derived by purpose; directions of a message share theirs.
  enum Part {
    /// From the source.
    IN("msg"),
    /// To the source.
    OUT("msg"),
    CARD("card"),
    /// Name, kind and size of a file.
    HEADER("att"),
    /// Key of a file's bytes.
    FILE("att"),
    AGREED("agreed"),
    BASIS("hold"),
    /// Words that left for somebody else.
    REFERRAL("referral"),
    /// Other cases with the same story.
    STORIES("stories"),
    /// Why somebody wants to open the vault.
    REASON("reason");

    private final String purpose;

    Part(String purpose) {
      this.purpose = purpose;
    }
  }

  private final UUID caseId;
  private final UUID epoch;
  private final byte[] key;

  private CaseKey(UUID caseId, UUID epoch, byte[] key) {
    this.caseId = caseId;
    this.epoch = epoch;
    this.key = key;
  }

  static CaseKey fresh(UUID caseId, UUID epoch) {
    return new CaseKey(caseId, epoch, Bytes.random(BYTES));
  }

  /// Reads what [#bytes] wrote.
  static CaseKey of(UUID caseId, byte[] bytes) {
    if (bytes.length != BYTES + 16) {
      throw new Damaged("case key");
    }
    UUID epoch = Bytes.id(Bytes.from(bytes, BYTES));
    return new CaseKey(caseId, epoch, Arrays.copyOf(bytes, BYTES));
  }

  UUID caseId() {
    return caseId;
  }

  /// The key and the epoch in which it was made; secret.
  byte[] bytes() {
    return Bytes.concat(key, Bytes.of(epoch));
  }

  byte[] seal(Part part, long place, byte[] plain) {
    return seal(part, place, plain, Padding.LEAST);
  }

  /// @param least as [Padding#pad(byte[], int)] takes it
  byte[] seal(Part part, long place, byte[] plain, int least) {
    return Aes.seal(derived(part), Padding.pad(plain, least), bound(part, place));
  }

  /// How long the padded text in a sealed row is.
  static int paddedSize(byte[] sealed) {
    return sealed.length - Aes.OVERHEAD;
  }

  /// @throws Damaged if it is not exactly what was sealed here
  byte[] open(Part part, long place, byte[] sealed) {
    return Padding.strip(Aes.open(derived(part), sealed, bound(part, place)));
  }

  private byte[] derived(Part part) {
    return Hkdf.expand(key, "svoi/intake/" + part.purpose + "/v1");
  }

  private byte[] bound(Part part, long place) {
    return Bytes.concat(
        Bytes.of(caseId),
        ByteBuffer.allocate(8).putLong(place).array(),
        part.name().getBytes(StandardCharsets.US_ASCII),
        Bytes.of(epoch),
        new byte[] {1});
  }

  @Override
  public String toString() {
    return "case key";
  }
}

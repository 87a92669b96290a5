package svoi.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import svoi.intake.CaseKey.Part;
import svoi.platform.Database;

/// Puts a case on the disk: rows, files and erasure keys together or not at all.
///
/// Order: the files, sealed and synced under names that nobody reads; then, in one transaction that
/// holds off the sweeper, the erasure keys, the rows, and the files' names for good. A crash before
/// the commit leaves bytes that no row names; a failure erases the keys, so that even rows of which
/// it is not known whether they were committed are unreadable and will be swept.
///
/// Two cases are made each time, alike in columns and in the length of what they begin with, in an
/// order that a coin decides: the place on the disk must not tell which of them is for a receipt
/// under duress, or for nobody.
final class CaseWriter {
  private final Database database;
  private final SourceRepository rows;
  private final Threads threads;
  private final ErasureKeys erasure;

  CaseWriter(Database database, SourceRepository rows, Threads threads, ErasureKeys erasure) {
    this.database = database;
    this.rows = rows;
    this.threads = threads;
    this.erasure = erasure;
  }

  /// What is put down.
  ///
  /// @param receipt keys of the receipt
  /// @param duress keys of the second receipt; empty if nobody has one
  record Letter(
      Epochs.Epoch epoch,
      Circumstances about,
      String text,
      ReceiptKeys receipt,
      Optional<ReceiptKeys> duress) {
    @Override
    public String toString() {
      return "letter";
    }
  }

  /// Returns when everything is on the disk.
  Visit write(Letter letter, Draft files, Draft none) {
    UUID id = Bytes.randomId();
    UUID twin = Bytes.randomId();
    int size =
        (int)
            Padding.bucket(
                letter.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 4L);
    boolean wished = letter.duress().isPresent();
    try {
      return Reach.inTransaction(
          database,
          () -> {
            threads.rows().holdOffSweeper();
            Card card = new Card(letter.about(), twin, false, wished);
            Card decoy = new Card(letter.about(), id, true, wished);
            ReceiptKeys second = letter.duress().orElseGet(ReceiptKeys::ofNobody);
            Half half = new Half(id, card, letter.receipt(), letter.text(), files);
            Half other = new Half(twin, decoy, second, "", none);
            boolean first = Bytes.random(1)[0] < 0;
            List<CaseKey> keys =
                Stream.of(first ? half : other, first ? other : half)
                    .map(one -> write(one, letter.epoch(), size))
                    .toList();
            return new Visit(first ? keys.getFirst() : keys.getLast(), Optional.empty());
          });
    } catch (RuntimeException e) {
      List.of(id, twin).forEach(erasure::erase);
      throw e;
    }
  }

  /// One thread of the pair.
  private record Half(UUID id, Card card, ReceiptKeys receipt, String text, Draft files) {
    @Override
    public String toString() {
      return "half";
    }
  }

  private CaseKey write(Half half, Epochs.Epoch epoch, int size) {
    CaseKey key = addCase(half.id(), epoch, half.card(), half.receipt());
    threads.write(key, Part.IN, 1, half.text(), half.files(), Math.max(Padding.LEAST, size));
    return key;
  }

  private CaseKey addCase(UUID id, Epochs.Epoch epoch, Card card, ReceiptKeys receipt) {
    byte[] erasureKey = erasure.make(id);
    CaseKey key = CaseKey.fresh(id, epoch.id());
    KeyPair source = KeyPair.generate();
    rows.addCase(
        id,
        epoch.id(),
        CaseSeal.toDesk(key, epoch.id(), epoch.statement().publicKey(), erasureKey),
        CaseSeal.toSource(key, source.publicKey(), erasureKey),
        key.seal(Part.CARD, 0, card.bytes()));
    rows.addAccess(receipt.lookup(), id, source.publicKey(), receipt.wrap(id, source));
    source.wipe();
    Bytes.wipe(erasureKey);
    return key;
  }
}

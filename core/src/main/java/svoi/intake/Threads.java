package svoi.intake;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.intake.CaseKey.Part;
import svoi.intake.Said.SentFile;
import svoi.intake.ThreadRepository.FileRow;
import svoi.intake.ThreadRepository.MessageRow;
import svoi.platform.Database;

/// Reads and writes threads whose case key is at hand: what both faces have in common.
final class Threads {
  /// The longest text, in bytes of UTF-8: some thirty pages.
  static final int LONGEST_TEXT = 64 * 1024;

  /// Messages of one thread after which its source opens another. With [#LONGEST_THREAD] it bounds
  /// what one page takes of the memory, which all visitors share; a desk can always answer.
  static final int MOST_MESSAGES = 300;

  /// Bytes of sealed text in one thread: some 250 pages.
  static final int LONGEST_THREAD = 1024 * 1024;

  /// Two names of 200 signs fit: headers are all alike.
  private static final int LONGEST_HEADER = 2048;

  private final Database database;
  private final ThreadRepository rows;
  private final Blobs blobs;
  private final ErasureKeys erasure;

  Threads(Database database, IntakeStore store) {
    this.database = database;
    this.rows = new ThreadRepository(database.jdbc());
    this.blobs = store.blobs();
    this.erasure = store.erasure();
  }

  ThreadRepository rows() {
    return rows;
  }

  /// The folder of erasure keys belongs to this database, or nothing is written and nothing
  /// deleted.
  ///
  /// @throws IntakeUnavailable if it does not
  void checkErasureStore() {
    Optional<byte[]> known = rows.mark();
    if (known.isEmpty()) {
      rows.addMark(erasure.mark());
      known = rows.mark();
    }
    if (known.isEmpty() || !MessageDigest.isEqual(known.get(), erasure.mark())) {
      throw new IntakeUnavailable(IntakeUnavailable.Reason.ERASURE_STORE);
    }
  }

  /// What was said, oldest first. An answer that is noise is among it, unreadable.
  ///
  /// @throws Damaged if any other row is not as it was written, or one is missing
  List<Said> read(CaseKey key) {
    List<FileRow> files = rows.files(key.caseId());
    List<Said> said = new ArrayList<>();
    for (MessageRow row : rows.messages(key.caseId())) {
      List<SentFile> sent =
          files.stream().filter(f -> f.seq() == row.seq()).map(f -> sentFile(key, f)).toList();
      said.add(open(key, row, sent));
    }
    return Said.unbroken(said).stream().filter(s -> !s.isEmpty()).toList();
  }

  /// One message of a thread.
  static Said open(CaseKey key, MessageRow row, List<SentFile> files) {
    Part direction = direction(row.direction());
    return Said.open(key, direction, row.seq(), row.day(), row.body(), files);
  }

  /// What was passed on, the oldest first.
  List<Referral> referrals(CaseKey key) {
    return rows.referrals(key.caseId()).stream()
        .map(row -> Referral.of(row.number(), key.open(Part.REFERRAL, row.number(), row.body())))
        .toList();
  }

  /// Opens a file of this thread that came in the given direction.
  ///
  /// @throws IntakeRefused if this thread has no such file
  InputStream open(CaseKey key, UUID blob, List<Said> said) {
    SentFile file =
        said.stream()
            .flatMap(s -> s.files().stream())
            .filter(f -> f.id().equals(blob))
            .findFirst()
            .orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.GONE));
    FileRow row =
        rows.files(key.caseId()).stream()
            .filter(f -> f.blob().equals(blob))
            .findFirst()
            .orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.GONE));
    return blobs.open(blob, key.open(Part.FILE, place(blob), row.wrappedKey()), file.size());
  }

  /// Adds a message with its files to a thread, whole or not at all.
  ///
  /// @param also the other thread of the pair, which lives as long
  /// @param last what else is done in the same transaction, at its end
  void add(CaseKey key, Part direction, String text, Draft draft, UUID also, Runnable last) {
    check(text, draft);
    try {
      Reach.inTransaction(
          database,
          () -> {
            rows.holdOffSweeper();
            if (erasure.find(key.caseId()).isEmpty() || rows.card(key.caseId()).isEmpty()) {
              throw new IntakeRefused(IntakeRefused.Reason.GONE);
            }
            // Both rows first, in one order: others who write to either thread wait here.
            Stream.of(key.caseId(), also).sorted().forEach(rows::keep);
            List<MessageRow> before = rows.messages(key.caseId());
            if (direction == Part.IN) {
              checkRoom(before, text);
            }
            int seq = 1 + before.stream().mapToInt(MessageRow::seq).max().orElse(0);
            write(key, direction, seq, text, draft, Padding.LEAST);
            last.run();
            return true;
          });
    } catch (DataIntegrityViolationException e) {
      // Erased while it was being written to.
      throw new IntakeRefused(IntakeRefused.Reason.GONE);
    }
  }

  /// Writes one message in the running transaction.
  void write(CaseKey key, Part direction, int seq, String text, Draft draft, int least) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    String code = direction == Part.IN ? "in" : "out";
    rows.addMessage(key.caseId(), seq, code, key.seal(direction, seq, plain, least));
    for (Draft.Part part : draft.parts()) {
      byte[] header = new FileHeader(seq, part.name(), part.type(), part.size()).bytes();
      rows.addFile(
          part.blob(),
          key.caseId(),
          seq,
          key.seal(Part.HEADER, place(part.blob()), header, LONGEST_HEADER),
          key.seal(Part.FILE, place(part.blob()), part.key()));
    }
    draft.publish();
  }

  static void check(String text, Draft draft) {
    if (text.isBlank() && draft.parts().isEmpty()) {
      throw new IntakeRefused(IntakeRefused.Reason.NOTHING_SENT);
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) {
      throw new IntakeRefused(IntakeRefused.Reason.TEXT_TOO_LONG);
    }
  }

  private static void checkRoom(List<MessageRow> before, String text) {
    long bytes = before.stream().mapToLong(row -> row.body().length).sum();
    long more = text.getBytes(StandardCharsets.UTF_8).length;
    if (before.size() >= MOST_MESSAGES || bytes + more > LONGEST_THREAD) {
      throw new IntakeRefused(IntakeRefused.Reason.THREAD_FULL);
    }
  }

  Card card(CaseKey key) {
    byte[] sealed =
        rows.card(key.caseId()).orElseThrow(() -> new IntakeRefused(IntakeRefused.Reason.GONE));
    return Card.of(key.open(Part.CARD, 0, sealed));
  }

  /// Erases for ever: the key first, then the rows, then the files. What a crash leaves is
  /// unreadable already and is swept.
  void erase(UUID caseId) {
    erase(caseId, () -> true);
  }

  /// The same, if a condition still holds in the transaction that erases.
  ///
  /// @return whether it did
  boolean erase(UUID caseId, Supplier<Boolean> condition) {
    List<UUID> files = new ArrayList<>();
    boolean erased =
        Reach.inTransaction(
            database,
            () -> {
              if (!condition.get()) {
                return false;
              }
              rows.files(caseId).forEach(file -> files.add(file.blob()));
              erasure.erase(caseId);
              rows.erase(caseId);
              return true;
            });
    files.forEach(this::discard);
    return erased;
  }

  /// Nobody can read it any more; if the disk refuses now, the check deletes it later.
  private void discard(UUID blob) {
    try {
      blobs.delete(blob);
    } catch (UncheckedIOException e) {
      // Left to the check: what matters is gone.
      return;
    }
  }

  private SentFile sentFile(CaseKey key, FileRow row) {
    byte[] header = key.open(Part.HEADER, place(row.blob()), row.header());
    FileHeader said = FileHeader.of(header, row.seq());
    return new SentFile(row.blob(), said.name(), said.type(), said.size());
  }

  private static Part direction(String code) {
    return code.equals("in") ? Part.IN : Part.OUT;
  }

  /// A file's place is its random name; its message is said in the header.
  static long place(UUID blob) {
    return blob.getLeastSignificantBits();
  }
}

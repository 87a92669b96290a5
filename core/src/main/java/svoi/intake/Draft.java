package svoi.intake;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Files that came before it is known whose they are: each is sealed as it streams under a key that
/// is in memory only. Closing a draft that was not sent deletes them; a dead process leaves bytes
/// that nobody can read, and they are swept.
public final class Draft implements AutoCloseable {
  /// What one form can send; a form with 10,000 parts ends at the next.
  public static final int MOST_FILES = 50;

  /// 1 GiB.
  public static final long MOST_BYTES = 1L << 30;

  private static final int LONGEST_NAME = 200;

  private final Blobs blobs;
  private final long limit;
  private final List<Part> parts = new ArrayList<>();
  private boolean published;

  Draft(Blobs blobs, long limit) {
    this.blobs = blobs;
    this.limit = limit;
  }

  record Part(UUID blob, byte[] key, String name, String type, long size) {
    @Override
    public String toString() {
      return "file";
    }
  }

  /// Takes one file; what is longer in its name or kind than 200 signs is cut.
  ///
  /// @throws IntakeRefused if there are too many, it is too large, or it breaks off
  /// @throws IntakeUnavailable if the disk does not take it
  public void add(String name, String type, InputStream content) {
    if (parts.size() >= MOST_FILES) {
      throw new IntakeRefused(IntakeRefused.Reason.TOO_MANY_FILES);
    }
    UUID blob = Bytes.randomId();
    byte[] key = Bytes.random(Blobs.KEY_BYTES);
    long size = blobs.write(blob, key, content, limit);
    parts.add(new Part(blob, key, cut(name), cut(type), size));
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }

  /// Gives the files their names for good, in the transaction that names them: if that fails, it is
  /// not known whether it did, and what no row names is swept.
  void publish() {
    published = true;
    parts.forEach(part -> blobs.publish(part.blob()));
  }

  @Override
  public void close() {
    if (!published) {
      parts.forEach(part -> blobs.delete(part.blob()));
    }
    parts.forEach(part -> Bytes.wipe(part.key()));
    parts.clear();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
  }
}

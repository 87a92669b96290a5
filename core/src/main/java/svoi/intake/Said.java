package svoi.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import svoi.intake.CaseKey.Part;

/// One message of a thread with its files.
///
/// @param seq from 1
/// @param bySource whether the source wrote it, not the desk
/// @param day on which it came; the hour is not known
/// @param readable whether it opened; an answer of the desk may not, see decision 0019
public record Said(
    int seq, boolean bySource, LocalDate day, boolean readable, String text, List<SentFile> files) {
  public Said {
    files = List.copyOf(files);
  }

  /// A file as its sender named it: the name and the kind are not to be trusted.
  ///
  /// @param size in bytes
  public record SentFile(UUID id, String name, String type, long size) {}

  /// Opens a message. Answers of an offline desk are brought sealed, and nobody here can tell one
  /// from noise: such an answer is unreadable, and all the rest stands. What the source wrote opens
  /// or the thread is damaged; so does an answer with files, which this server has sealed itself.
  ///
  /// @throws Damaged if it is not as it was written, and no noise for an answer either
  static Said open(
      CaseKey key, Part direction, int seq, LocalDate day, byte[] body, List<SentFile> files) {
    boolean bySource = direction == Part.IN;
    try {
      String text = new String(key.open(direction, seq, body), StandardCharsets.UTF_8);
      return new Said(seq, bySource, day, true, text, files);
    } catch (Damaged e) {
      if (bySource || !files.isEmpty() || opens(key, Part.IN, seq, body)) {
        throw e;
      }
      return new Said(seq, false, day, false, "", List.of());
    }
  }

  /// The same messages, if none is missing before the last.
  ///
  /// @param all in the order of the thread
  /// @throws Damaged if a number is left out
  static List<Said> unbroken(List<Said> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).seq() != i + 1) {
        throw new Damaged("thread with a message missing");
      }
    }
    return all;
  }

  private static boolean opens(CaseKey key, Part direction, int seq, byte[] body) {
    try {
      var _ = key.open(direction, seq, body);
      return true;
    } catch (Damaged e) {
      return false;
    }
  }

  /// Whether there is nothing to show of it.
  boolean isEmpty() {
    return readable && text.isEmpty() && files.isEmpty();
  }

  @Override
  public String toString() {
    return "message " + seq;
  }
}

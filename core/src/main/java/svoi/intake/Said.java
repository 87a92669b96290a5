package svoi.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// One message of a thread with its files.
///
/// @param seq from 1
/// @param bySource whether the source wrote it, not the desk
/// @param day on which it came; the hour is not known
public record Said(int seq, boolean bySource, LocalDate day, String text, List<SentFile> files) {
  public Said {
    files = List.copyOf(files);
  }

  /// A file as its sender named it: the name and the kind are not to be trusted.
  ///
  /// @param size in bytes
  public record SentFile(UUID id, String name, String type, long size) {}

  boolean isEmpty() {
    return text.isEmpty() && files.isEmpty();
  }

  @Override
  public String toString() {
    return "message " + seq;
  }
}

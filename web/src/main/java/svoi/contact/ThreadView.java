package svoi.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.intake.Standing;
import svoi.web.Formats;

/// A conversation.
///
/// @param standing what the desk did with it
/// @param answered whether the desk has said anything
/// @param sent whether something was added just now
/// @param typed what was not taken of an addition
public record ThreadView(
    Frame frame,
    List<Message> messages,
    Standing standing,
    boolean answered,
    boolean sent,
    String token,
    String typed,
    Optional<Refusal> refusal,
    boolean lostFiles,
    int idleMinutes) {
  public ThreadView {
    messages = List.copyOf(messages);
  }

  /// One message.
  ///
  /// @param own whether the source wrote it
  /// @param day in words
  /// @param readable whether it opened
  public record Message(
      boolean own, String day, boolean readable, String text, List<Attachment> files) {
    public Message {
      files = List.copyOf(files);
    }

    @Override
    public String toString() {
      return "message";
    }
  }

  /// One file; its name is not shown: somebody may look over the shoulder.
  ///
  /// @param size in words
  public record Attachment(UUID id, int number, String size) {}

  /// A day in words.
  public String day(LocalDate day) {
    return Formats.day(day, frame.language());
  }

  /// Signs that the field takes.
  public int longest() {
    return Letter.LONGEST_TEXT;
  }

  @Override
  public String toString() {
    return "thread";
  }
}

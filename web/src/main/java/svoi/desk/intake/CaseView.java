package svoi.desk.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.intake.Inbox;
import svoi.intake.Said;
import svoi.intake.Waiting;

/// One thread.
///
/// @param snippets that fit it
/// @param reviewed when a lawyer read the snippets; empty if nobody did
/// @param otherDesks that take messages and to which it may go
/// @param me the member who reads
/// @param now today at the desk
/// @param answer what was typed as an answer
/// @param typed what was typed into any other form
public record CaseView(
    Frame frame,
    Inbox.Conversation read,
    List<Snippet> snippets,
    Optional<LocalDate> reviewed,
    List<String> otherDesks,
    UUID me,
    LocalDate now,
    Typed answer,
    Typed typed)
    implements DeskView {
  private static final int LONGEST_NAME = 60;

  public CaseView {
    snippets = List.copyOf(snippets);
    otherDesks = List.copyOf(otherDesks);
  }

  /// An answer that was written before it was needed.
  ///
  /// @param name in the officer's language
  public record Snippet(String id, String name) {}

  public Waiting about() {
    return read.about();
  }

  public String path() {
    return "/desk/intake/cases/" + about().id();
  }

  /// Whether the source asked not to be answered yet.
  public boolean isTooEarly() {
    LocalDate day = about().about().notBefore();
    return day != null && day.isAfter(now);
  }

  /// Whether this member may agree to the hold that somebody asked for.
  public boolean mayConfirm() {
    return read.hold()
        .filter(h -> h.confirmedBy().isEmpty() && !h.askedBy().equals(me))
        .isPresent();
  }

  /// What the sender called a file, without signs that could mislead.
  public static String fileName(Said.SentFile file) {
    String plain = file.name().replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "…" : plain;
  }

  /// Whole kibibytes, at least one.
  public static long kib(Said.SentFile file) {
    return Math.max(1, file.size() / 1024);
  }
}

package svoi.contact;

import java.util.List;

/// A page that says one thing: gone, ended, closed, erased, kept.
///
/// @param key of its words: `contact.gone`
/// @param steps what can be done from here, see [Step]
/// @param unsent what was typed and not taken, to be copied
public record NoteView(Frame frame, String key, List<Step> steps, String unsent) {
  NoteView(Frame frame, String key, List<Step> steps) {
    this(frame, key, steps, "");
  }

  public NoteView {
    steps = List.copyOf(steps);
  }

  /// Something to do next.
  ///
  /// @param step that the button sends; empty for a way to the beginning
  /// @param words key of what the button says
  public record Step(String step, String words) {}

  /// Says nothing of what was typed.
  @Override
  public String toString() {
    return "note";
  }
}

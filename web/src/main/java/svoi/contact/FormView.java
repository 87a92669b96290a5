package svoi.contact;

import java.util.List;
import java.util.Optional;

/// The form of one audience.
///
/// @param child whether the sender came by the page of those under eighteen
/// @param token that makes the form count once
/// @param agency who will read it; empty in a demo
/// @param lostFiles whether files were chosen that the browser has forgotten by now
public record FormView(
    Frame frame,
    Route route,
    boolean child,
    String token,
    List<Field> fields,
    Typed typed,
    Optional<Refusal> refusal,
    String agency,
    boolean lostFiles) {
  public FormView {
    fields = List.copyOf(fields);
  }

  /// Beginning of the keys of this form's words.
  public String words() {
    return "contact.form." + (child ? "child" : route.code()) + ".";
  }

  /// Beginning of the keys of words that all forms share; a child is spoken to as a child.
  public String shared() {
    return child ? words() : "contact.form.";
  }

  /// Whether the folded part has something in it.
  public boolean isCareful() {
    return typed.has("not-before") || typed.has("when-not") || typed.has("duress");
  }

  /// Signs that the large field takes.
  public int longest() {
    return Letter.LONGEST_TEXT;
  }

  /// Signs that a short line takes.
  public int longestLine() {
    return Letter.LONGEST_LINE;
  }

  /// Whether the form asks for the age by a question of its own.
  public boolean asksAge() {
    return child || fields.stream().anyMatch(field -> field.name().equals("age"));
  }
}

package svoi.desk.consents;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import svoi.cases.PersonId;
import svoi.consent.Act;
import svoi.consent.Scope;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;

/// The consents of one person.
///
/// @param acts all of them, newest first
/// @param file whether the officer reaches more than the card
/// @param asked since when a session has been asked for
public record ConsentsView(
    Frame frame,
    Officer officer,
    PersonId person,
    String name,
    List<Act> acts,
    boolean file,
    Optional<Instant> asked,
    Typed typed)
    implements DeskView {
  public ConsentsView {
    acts = List.copyOf(acts);
  }

  /// What stands now: in force, or signed and waiting. A scope without an act has no line, so
  /// nothing shows that one was asked for and not given (R16).
  public List<Act> standing() {
    return Arrays.stream(Scope.values())
        .flatMap(
            scope ->
                acts.stream()
                    .filter(a -> a.scope() == scope && a.isLive())
                    .filter(a -> a.state() != Act.State.EXPIRED))
        .toList();
  }

  public List<Act> toVerify() {
    return acts.stream().filter(a -> a.state() == Act.State.TO_VERIFY).toList();
  }

  public List<Act> past() {
    return acts.stream().filter(a -> !a.isLive() || a.state() == Act.State.EXPIRED).toList();
  }
}

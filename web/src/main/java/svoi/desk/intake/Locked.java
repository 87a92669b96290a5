package svoi.desk.intake;

import svoi.desk.Typed;

/// The member has to unlock first; what was typed is not lost.
final class Locked extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Typed typed;

  Locked(Typed typed) {
    super("locked");
    this.typed = typed;
  }

  Typed typed() {
    return typed;
  }
}

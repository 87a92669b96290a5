package svoi.intake;

/// Something sealed does not open: it was changed, cut, moved, or is under another key.
public final class Damaged extends RuntimeException {
  private static final long serialVersionUID = 1;

  Damaged(String what) {
    super("does not open: " + what);
  }

  Damaged(String what, Throwable cause) {
    super("does not open: " + what, cause);
  }
}

package svoi.app;

/// The program can't start like this; the message says what to do and is printed alone, without a
/// stack trace.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refusal(String whatToDo) {
    super(whatToDo);
  }
}

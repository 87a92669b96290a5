package svoi.desk;

/// What the address names does not exist for this member: 404, whatever the reason.
public final class NotReached extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotReached() {
    super("not reached");
  }
}

package svoi.staff;

/// A member asked for what their roles do not allow, or for a file beyond their reach.
public final class Forbidden extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;

  /// @param code stable code of the rule, for example `right.review-profiles`
  public Forbidden(String code) {
    super(code);
    this.code = code;
  }

  /// Stable code of the rule.
  public String code() {
    return code;
  }
}

package svoi.media;

/// A file that can't be taken; only inside this module, outside it is [Received.Refused].
final class Unfit extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;

  /// @param code stable code, for example `media.not_a_picture`
  Unfit(String code) {
    super(code, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }
}

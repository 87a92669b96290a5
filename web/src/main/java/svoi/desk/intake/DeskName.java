package svoi.desk.intake;

import svoi.web.Messages;

/// How officers read the code of a desk.
public final class DeskName {
  private DeskName() {}

  /// Whose messages it takes, in words; its code if it is not named after an audience.
  public static String of(String code, Messages t) {
    String audience = "desk.intake.audience." + code;
    return t.has(audience) ? t.get("desk.intake.desk.named", "audience", t.get(audience)) : code;
  }

  /// Whether [#of] says something else than the code.
  public static boolean hasWords(String code, Messages t) {
    return !of(code, t).equals(code);
  }
}

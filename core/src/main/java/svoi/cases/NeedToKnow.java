package svoi.cases;

import java.util.Locale;

/// Why a member needs to know where a person is held. Who has none may break the glass.
public enum NeedToKnow {
  /// Is the liaison of that very place.
  LIAISON,
  /// Leads an open session with the person, or one was asked for.
  SESSION,
  /// A consent of the person waits to be verified or asked about again.
  VERIFICATION,
  /// Watches over all of it.
  MONITOR;

  /// The form in the audit log and in messages, for example `session`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

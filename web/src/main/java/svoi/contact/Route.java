package svoi.contact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import svoi.intake.Audience;

/// One of the four ways to write, as words and forms call it.
public enum Route {
  STOP(Audience.STOPPING),
  KNOW(Audience.AROUND),
  RECRUITED(Audience.RECRUITED),
  LEAVE(Audience.LEAVING);

  private final Audience audience;

  Route(Audience audience) {
    this.audience = audience;
  }

  /// The form in messages and forms, for example `stop`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Audience audience() {
    return audience;
  }

  /// Code of the desk that answers.
  String desk() {
    return audience.code();
  }

  static Optional<Route> of(String code) {
    return Arrays.stream(values()).filter(route -> route.code().equals(code)).findFirst();
  }
}

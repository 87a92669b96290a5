package svoi.platform;

import java.time.ZoneId;

/// The zone of every calendar date in the rules.
public final class Kyiv {
  public static final ZoneId ZONE = ZoneId.of("Europe/Kyiv");

  private Kyiv() {}
}

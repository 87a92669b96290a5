package svoi.app;

import java.util.Set;

/// Refuses settings that would put people at risk, with a sentence that says what to do.
final class SafeStart {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "::1", "localhost");
  private static final Set<String> DOORS = Set.of("site", "contact", "desk");

  /// Below it some state of the rules, region or page of a list would have nobody.
  private static final int FEWEST_DEMO_PERSONS = 500;

  private SafeStart() {}

  /// @param address where the program is to listen
  /// @throws Refusal if the settings are unsafe or name a door that does not exist
  static void check(Settings settings, String address) {
    for (String door : settings.doors()) {
      if (!DOORS.contains(door)) {
        throw new Refusal(
            "There is no door \"" + door + "\". Start with --svoi.doors=site,contact,desk.");
      }
    }
    if (settings.demo() && settings.demoPersons() < FEWEST_DEMO_PERSONS) {
      throw new Refusal(
          "A demo needs at least "
              + FEWEST_DEMO_PERSONS
              + " persons. Start without --svoi.demo-persons, or with a larger number.");
    }
    if (!settings.demo() && !settings.tls() && !THIS_MACHINE.contains(address)) {
      throw new Refusal(
          "A real installation must not speak plain HTTP to the network. Put TLS in front and say"
              + " --svoi.tls=true, or listen on this machine only with --server.address=127.0.0.1.");
    }
  }
}

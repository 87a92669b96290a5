package svoi.app;

import svoi.audit.AuditTrail;
import svoi.platform.Role;

/// `./svoi audit verify`.
final class AuditCommand {
  private AuditCommand() {}

  static int run(String[] words, String[] args) {
    if (words.length != 2 || !words[1].equals("verify")) {
      return Command.usage(2);
    }
    try (Command.Workplace place = Command.open(args)) {
      AuditTrail.Verification found =
          new AuditTrail(place.get(Databases.class).of(Role.DESK).jdbc()).verify();
      if (found.brokenAt().isPresent()) {
        System.out.println("The chain is broken at entry " + found.brokenAt().getAsLong() + ".");
        return 1;
      }
      System.out.println("The chain holds: " + found.entries() + " entries.");
      return 0;
    }
  }
}

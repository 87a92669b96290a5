package svoi.app;

import java.util.Optional;
import svoi.audit.Anchors;
import svoi.audit.AuditTrail;

/// `./svoi audit verify`.
final class AuditCommand {
  private AuditCommand() {}

  static int run(String[] words, String[] args) {
    if (words.length != 2 || !words[1].equals("verify")) {
      return Command.usage(2);
    }
    try (Command.Workplace place = Command.open(args)) {
      return verify(place);
    }
  }

  /// Says whether the log is whole.
  static int verify(Command.Workplace place) {
    AuditTrail trail = place.get(AuditTrail.class);
    Anchors anchors = place.get(Anchors.class);
    AuditTrail.Verification found = trail.verify();
    if (found.brokenAt().isPresent()) {
      System.out.println("The chain is broken at entry " + found.brokenAt().getAsLong() + ".");
      return 1;
    }
    Optional<Anchors.Broken> broken = anchors.check(trail);
    if (broken.isPresent()) {
      System.out.println(said(broken.get()));
      return 1;
    }
    System.out.println(
        "The chain holds: " + found.entries() + " entries; " + anchors.count() + " anchors fit.");
    return 0;
  }

  private static String said(Anchors.Broken broken) {
    return broken.seq() == 0
        ? "Line "
            + broken.line()
            + " of anchors/audit is not signed by the key of this installation, or the line before"
            + " it was taken out."
        : "The log was cut off or written anew: line "
            + broken.line()
            + " of anchors/audit, of "
            + broken.at()
            + ", names entry "
            + broken.seq()
            + ", which is not there as it was.";
  }
}

package svoi.app.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import svoi.intake.Audience;
import svoi.intake.DeskKeys;
import svoi.intake.IntakeRefused;
import svoi.intake.RootKey;
import svoi.intake.StaffKeys;
import svoi.intake.Unlocked;

/// The desks of a demo: one for each audience, read by the invented intake officers, of whom there
/// are enough for everything that needs two.
///
/// The passphrase is no secret, and every page of the door says that nothing true belongs there.
public final class DemoDesks {
  /// Opens the key of each invented intake officer.
  public static final String PASSPHRASE = "вигадана фраза для показу";

  private static final String AGENCY = "sbu";
  private static final Set<UUID> OFFICERS =
      Set.of(
          DemoStaff.id("intake").value(),
          DemoStaff.id("intake-second").value(),
          DemoStaff.id("intake-third").value());

  private final StaffKeys staff;
  private final DeskKeys keys;
  private final RootKey.Signer root;
  private final Clock clock;

  public DemoDesks(StaffKeys staff, DeskKeys keys, RootKey.Signer root, Clock clock) {
    this.staff = staff;
    this.keys = keys;
    this.root = root;
    this.clock = clock;
  }

  /// Founds the desks that are missing and renews keys that have run out.
  ///
  /// @param takes whether the desk of that code takes messages
  public void ensure(Predicate<String> takes) {
    UUID officer = DemoStaff.id("intake").value();
    for (Audience audience : Audience.values()) {
      if (!takes.test(audience.code())) {
        OFFICERS.forEach(this::enrol);
        certify(officer, fresh(officer, audience.code()));
      }
    }
  }

  private void enrol(UUID officer) {
    try {
      staff.enrol(officer, PASSPHRASE.toCharArray());
    } catch (IntakeRefused e) {
      if (e.reason() != IntakeRefused.Reason.ALREADY_DONE) {
        throw e;
      }
    }
  }

  private DeskKeys.NewEpoch fresh(UUID officer, String desk) {
    LocalDate until = LocalDate.now(clock).plusYears(1);
    if (keys.members(desk).isEmpty()) {
      return keys.found(officer, AGENCY, desk, OFFICERS, until, DeskKeys.Sharing.NONE);
    }
    try (Unlocked unlocked = staff.unlock(officer, PASSPHRASE.toCharArray())) {
      return keys.renew(unlocked, desk, OFFICERS, until, DeskKeys.Sharing.NONE);
    }
  }

  private void certify(UUID officer, DeskKeys.NewEpoch epoch) {
    keys.certify(officer, epoch.id(), root.sign(epoch.statement()));
  }
}

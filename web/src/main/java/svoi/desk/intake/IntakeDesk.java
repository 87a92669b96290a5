package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import svoi.desk.Officer;
import svoi.desk.Refusals;
import svoi.desk.Typed;
import svoi.intake.DeskKeys;
import svoi.intake.Inbox;
import svoi.intake.IntakeRefused;
import svoi.intake.IntakeUnavailable;
import svoi.intake.Referrals;
import svoi.intake.StaffKeys;
import svoi.intake.Stories;
import svoi.intake.Unlocked;
import svoi.intake.Vaults;

/// What every page of the area needs: the domain's faces and who has unlocked.
record IntakeDesk(
    Inbox inbox, Beside beside, StaffKeys staffKeys, DeskKeys deskKeys, Keyring keyring) {
  private static final Object[] NONE = {};

  /// What belongs to a case besides its thread.
  record Beside(Vaults vaults, Stories stories, Referrals referrals) {}

  static UUID idOf(Officer officer) {
    return officer.member().id().value();
  }

  /// @throws Locked if the member has not unlocked in this session
  Keyring.Held held(HttpServletRequest request, Officer officer, Typed typed) {
    return keyring.of(request, idOf(officer)).orElseThrow(() -> new Locked(typed));
  }

  Unlocked unlocked(HttpServletRequest request, Officer officer, Typed typed) {
    return held(request, officer, typed).member();
  }

  Unlocked unlocked(HttpServletRequest request, Officer officer) {
    return unlocked(request, officer, Typed.empty());
  }

  /// Desks of which this member has a key.
  List<DeskKeys.Desk> desksOf(Officer officer) {
    return deskKeys.desks().stream()
        .filter(desk -> desk.members().contains(idOf(officer)))
        .sorted(Comparator.comparing(DeskKeys.Desk::code))
        .toList();
  }

  /// Does it; a refusal is noted in the form.
  ///
  /// @return whether it was done
  boolean does(Officer officer, Typed typed, Runnable act) {
    Optional<String> code = refusal(act);
    code.ifPresent(c -> typed.wrong("", c, Refusals.key(officer.messages(), c), NONE));
    return code.isEmpty();
  }

  private static Optional<String> refusal(Runnable act) {
    try {
      act.run();
      return Optional.empty();
    } catch (IntakeRefused e) {
      return Optional.of(e.code());
    } catch (IntakeUnavailable e) {
      return Optional.of(e.code());
    }
  }
}

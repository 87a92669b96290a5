package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Refusals;
import svoi.desk.Typed;
import svoi.intake.DeskKeyStatement;
import svoi.intake.DeskKeys;
import svoi.staff.Right;

/// Desks whose key was made, and stays, on a machine without a network: only its statement comes
/// here.
@Controller
final class OfflineKeysController {
  private final KeysController keys;
  private final IntakeDesk desk;

  OfflineKeysController(KeysController keys, IntakeDesk desk) {
    this.keys = keys;
    this.desk = desk;
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/keys/offline")
  ResponseEntity<byte[]> found(HttpServletRequest request, Officer officer) {
    String agency = officer.member().agency();
    Made made = made(request, officer, agency);
    made.statement()
        .filter(s -> desk.deskKeys().desks().stream().anyMatch(d -> d.code().equals(s.desk())))
        .ifPresent(s -> made.typed().wrong("statement", "desk.intake.wrong.code-taken"));
    return taken(
        request,
        officer,
        KeysView.OFFLINE,
        made,
        (me, statement) -> desk.deskKeys().foundOffline(me, statement, agency, made.officers()));
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/keys/{code}/offline")
  ResponseEntity<byte[]> renew(
      HttpServletRequest request, Officer officer, @PathVariable String code) {
    DeskKeys.Desk known = keys.known(officer, code);
    if (!known.offline()) {
      throw new NotReached();
    }
    Made made = made(request, officer, known.agency());
    return taken(
        request,
        officer,
        code,
        made,
        (me, statement) -> desk.deskKeys().renewOffline(me, code, statement, made.officers()));
  }

  /// A key that was made elsewhere, and who carries cases to it.
  private record Made(Typed typed, Optional<DeskKeyStatement> statement, Set<UUID> officers) {}

  private interface Taking {
    void of(UUID me, DeskKeyStatement statement);
  }

  private Made made(HttpServletRequest request, Officer officer, String agency) {
    Typed typed = Typed.of(request);
    typed.needed("statement");
    String text = typed.raw("statement").replace("\r\n", "\n").strip() + "\n";
    Optional<DeskKeyStatement> statement = DeskKeyStatement.parse(text);
    if (typed.ok() && statement.isEmpty()) {
      String code = "intake.statement-wrong";
      typed.wrong("statement", code, Refusals.key(officer.messages(), code), new Object[0]);
    }
    Set<UUID> chosen = new HashSet<>(typed.ids("officers"));
    if (chosen.isEmpty() || !keys.officersOf(agency).containsAll(chosen)) {
      typed.wrong("officers", "desk.intake.wrong.officers");
    }
    return new Made(typed, statement, chosen);
  }

  private ResponseEntity<byte[]> taken(
      HttpServletRequest request, Officer officer, String about, Made made, Taking taking) {
    Typed typed = made.typed();
    UUID me = IntakeDesk.idOf(officer);
    return typed.ok()
            && desk.does(officer, typed, () -> taking.of(me, made.statement().orElseThrow()))
        ? DeskPages.see("/desk/intake/keys", "intake.offline-taken")
        : keys.show(request, officer, 422, about, typed);
  }
}

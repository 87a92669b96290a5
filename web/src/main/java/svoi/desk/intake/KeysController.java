package svoi.desk.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.PaperAnswer;
import svoi.desk.Typed;
import svoi.intake.DeskKeyStatement;
import svoi.intake.DeskKeys;
import svoi.intake.Unlocked;
import svoi.staff.Account;
import svoi.staff.Accounts;
import svoi.staff.Right;
import svoi.staff.StaffRole;

/// Keys of desks: who has them, who vouches for whom, new ones when somebody leaves.
@Controller
final class KeysController {
  private static final int LONGEST_YEARS = 2;
  private static final int MOST_SHARES = 9;

  private final DeskPages pages;
  private final IntakeDesk desk;
  private final Accounts accounts;
  private final Clock clock;

  KeysController(DeskPages pages, IntakeDesk desk, Accounts accounts, Clock clock) {
    this.pages = pages;
    this.desk = desk;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Needs(Right.ANSWER_SOURCES)
  @GetMapping("/desk/intake/keys")
  ResponseEntity<byte[]> keys(HttpServletRequest request, Officer officer) {
    return show(request, officer, 200, "", Typed.empty());
  }

  /// Founds a desk; the root's signature opens it.
  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/keys")
  ResponseEntity<byte[]> found(HttpServletRequest request, Officer officer) {
    Typed typed = Typed.of(request);
    String code = typed.needed("code");
    if (!code.isEmpty() && !code.matches("[a-z][a-z0-9-]{0,30}")) {
      typed.wrong("code", "desk.intake.wrong.code");
    }
    if (desk.deskKeys().desks().stream().anyMatch(d -> d.code().equals(code))) {
      typed.wrong("code", "desk.intake.wrong.code-taken");
    }
    UUID me = IntakeDesk.idOf(officer);
    Optional<LocalDate> until = until(typed);
    Optional<DeskKeys.Sharing> sharing = sharing(typed);
    return !typed.ok() || until.isEmpty() || sharing.isEmpty()
        ? show(request, officer, 422, "", typed)
        : made(
            request,
            officer,
            "",
            typed,
            () ->
                desk.deskKeys()
                    .found(
                        me,
                        officer.member().agency(),
                        code,
                        Set.of(me),
                        until.get(),
                        sharing.get()));
  }

  /// A new key for those who stay.
  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/keys/{code}/epochs")
  ResponseEntity<byte[]> renew(
      HttpServletRequest request, Officer officer, @PathVariable String code) {
    DeskKeys.Desk known = known(officer, code);
    Typed typed = Typed.of(request);
    Set<UUID> staying = new HashSet<>(typed.ids("stays"));
    if (!known.members().containsAll(staying) || !staying.contains(IntakeDesk.idOf(officer))) {
      typed.wrong("stays", "desk.intake.wrong.stays");
    }
    Optional<LocalDate> until = until(typed);
    Optional<DeskKeys.Sharing> sharing = sharing(typed);
    if (!typed.ok() || until.isEmpty() || sharing.isEmpty()) {
      return show(request, officer, 422, code, typed);
    }
    Unlocked by = desk.unlocked(request, officer, typed);
    return made(
        request,
        officer,
        code,
        typed,
        () -> desk.deskKeys().renew(by, code, staying, until.get(), sharing.get()));
  }

  private interface Making {
    DeskKeys.NewEpoch key();
  }

  private ResponseEntity<byte[]> made(
      HttpServletRequest request, Officer officer, String about, Typed typed, Making making) {
    DeskKeys.NewEpoch[] made = new DeskKeys.NewEpoch[1];
    if (!desk.does(officer, typed, () -> made[0] = making.key())) {
      return show(request, officer, 422, about, typed);
    }
    return pages.show(
        request,
        officer,
        "desk/intake/newkey",
        "desk.intake.newkey.title",
        frame -> new NewKeyView(frame, made[0]));
  }

  /// What is carried to the root to be signed.
  @Needs(Right.ANSWER_SOURCES)
  @GetMapping("/desk/intake/keys/{epoch}/statement")
  ResponseEntity<InputStreamResource> statement(Officer officer, @PathVariable UUID epoch) {
    DeskKeyStatement statement =
        visible(officer).stream()
            .flatMap(d -> d.keys().stream())
            .map(DeskKeys.Key::statement)
            .filter(s -> s.epoch().equals(epoch))
            .findFirst()
            .orElseThrow(NotReached::new);
    byte[] text = statement.text().getBytes(StandardCharsets.UTF_8);
    return PaperAnswer.of(new ByteArrayInputStream(text), "text/plain", "desk-key.txt");
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/keys/{code}/certificate")
  ResponseEntity<byte[]> certify(
      HttpServletRequest request, Officer officer, @PathVariable String code) {
    DeskKeys.Desk known = known(officer, code);
    Typed typed = Typed.of(request);
    byte[] certificate = decoded(typed.needed("certificate"));
    UUID newest = known.keys().getFirst().statement().epoch();
    return done(
        request,
        officer,
        code,
        typed,
        "intake.certified",
        () -> desk.deskKeys().certify(IntakeDesk.idOf(officer), newest, certificate));
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.replaceAll("\\s+", ""));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /// Moves the cases over to the newest signed key.
  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/keys/{code}/reseal")
  ResponseEntity<byte[]> reseal(
      HttpServletRequest request, Officer officer, @PathVariable String code) {
    known(officer, code);
    Typed typed = Typed.of(request);
    Unlocked by = desk.unlocked(request, officer, typed);
    return done(
        request, officer, code, typed, "intake.resealed", () -> desk.deskKeys().reseal(by, code));
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/keys/{code}/propose")
  ResponseEntity<byte[]> propose(
      HttpServletRequest request, Officer officer, @PathVariable String code) {
    DeskKeys.Desk known = known(officer, code);
    Typed typed = Typed.of(request);
    Optional<UUID> member = colleague(typed, known);
    return member.isEmpty()
        ? show(request, officer, 422, code, typed)
        : done(
            request,
            officer,
            code,
            typed,
            "intake.proposed",
            () -> desk.deskKeys().proposeGrant(IntakeDesk.idOf(officer), code, member.get()));
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/keys/{code}/grant")
  ResponseEntity<byte[]> grant(
      HttpServletRequest request, Officer officer, @PathVariable String code) {
    DeskKeys.Desk known = known(officer, code);
    Typed typed = Typed.of(request);
    Optional<UUID> member = colleague(typed, known);
    if (member.isEmpty()) {
      return show(request, officer, 422, code, typed);
    }
    Unlocked by = desk.unlocked(request, officer, typed);
    return done(
        request,
        officer,
        code,
        typed,
        "intake.granted",
        () -> desk.deskKeys().grant(by, code, member.get()));
  }

  /// Brings the newest key back from paper, for the member who types it.
  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/keys/{code}/rescue")
  ResponseEntity<byte[]> rescue(
      HttpServletRequest request, Officer officer, @PathVariable String code) {
    DeskKeys.Desk known = known(officer, code);
    Typed typed = Typed.of(request);
    List<String> shares =
        typed.needed("secret-shares").lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
    UUID me = IntakeDesk.idOf(officer);
    UUID epoch = known.keys().getFirst().statement().epoch();
    return done(
        request,
        officer,
        code,
        typed,
        "intake.rescued",
        () -> desk.deskKeys().rescue(me, epoch, shares, me));
  }

  private ResponseEntity<byte[]> done(
      HttpServletRequest request,
      Officer officer,
      String code,
      Typed typed,
      String done,
      Runnable act) {
    return typed.ok() && desk.does(officer, typed, act)
        ? DeskPages.see("/desk/intake/keys", done)
        : show(request, officer, 422, code, typed);
  }

  /// A colleague of the desk's agency who is an intake officer now.
  private Optional<UUID> colleague(Typed typed, DeskKeys.Desk known) {
    Optional<UUID> member =
        typed
            .id("member")
            .filter(
                id ->
                    officers().stream()
                        .anyMatch(
                            a ->
                                a.member().id().value().equals(id)
                                    && a.member().agency().equals(known.agency())));
    if (member.isEmpty()) {
      typed.wrong("member", "desk.intake.wrong.choose");
    }
    return member;
  }

  private Optional<LocalDate> until(Typed typed) {
    typed.needed("until");
    Optional<LocalDate> until = typed.date("until");
    LocalDate today = LocalDate.now(clock);
    if (until.isPresent()
        && (!until.get().isAfter(today) || until.get().isAfter(today.plusYears(LONGEST_YEARS)))) {
      typed.wrong("until", "desk.intake.wrong.until");
    }
    return until;
  }

  private static Optional<DeskKeys.Sharing> sharing(Typed typed) {
    int all = typed.whole("all").orElse(0);
    int needed = typed.whole("needed").orElse(0);
    if (all == 0 && needed == 0) {
      return Optional.of(DeskKeys.Sharing.NONE);
    }
    if (needed < 2 || needed > all || all > MOST_SHARES) {
      typed.wrong("all", "desk.intake.wrong.shares");
      return Optional.empty();
    }
    return Optional.of(new DeskKeys.Sharing(needed, all));
  }

  /// Desks of the member's agency, and those of which the member has a key.
  private List<DeskKeys.Desk> visible(Officer officer) {
    return desk.deskKeys().desks().stream()
        .filter(
            d ->
                d.agency().equals(officer.member().agency())
                    || d.members().contains(IntakeDesk.idOf(officer)))
        .toList();
  }

  /// A desk that this member may know.
  DeskKeys.Desk known(Officer officer, String code) {
    return visible(officer).stream()
        .filter(d -> d.code().equals(code))
        .findFirst()
        .orElseThrow(NotReached::new);
  }

  /// Intake officers of an agency, with keys or without.
  Set<UUID> officersOf(String agency) {
    return officers().stream()
        .filter(a -> a.member().agency().equals(agency))
        .map(a -> a.member().id().value())
        .collect(Collectors.toSet());
  }

  private List<Account> officers() {
    return accounts.all().stream()
        .filter(a -> a.active() && a.member().is(StaffRole.INTAKE_OFFICER))
        .toList();
  }

  /// The page, with what was typed into one of its forms.
  ///
  /// @param about code of the desk whose form it was; empty for the form of a new one
  ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, String about, Typed typed) {
    boolean open = desk.keyring().of(request, IntakeDesk.idOf(officer)).isPresent();
    List<KeysView.Colleague> colleagues =
        officers().stream()
            .map(
                a ->
                    new KeysView.Colleague(
                        a.member().id().value(),
                        a.displayName(),
                        a.member().agency(),
                        desk.staffKeys().fingerprint(a.member().id().value())))
            .toList();
    return pages.show(
        request,
        officer,
        status,
        "desk/intake/keys",
        "desk.intake.keys.title",
        frame -> new KeysView(frame, officer, open, visible(officer), colleagues, about, typed));
  }
}

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
    String agency = officer.member().agency();
    return made(
        new Form(request, officer, "", typed),
        terms ->
            desk.deskKeys().found(me, agency, code, Set.of(me), terms.until(), terms.sharing()));
  }

  /// A new key for those who stay.
  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/keys/{code}/epochs")
  ResponseEntity<byte[]> renew(
      HttpServletRequest request, Officer officer, @PathVariable String code) {
    DeskKeys.Desk known = known(officer, code);
    Form form = form(request, officer, code);
    Set<UUID> staying = new HashSet<>(form.typed().ids("stays"));
    if (!known.members().containsAll(staying) || !staying.contains(IntakeDesk.idOf(officer))) {
      form.typed().wrong("stays", "desk.intake.wrong.stays");
    }
    return made(
        form,
        terms ->
            desk.deskKeys().renew(unlocked(form), code, staying, terms.until(), terms.sharing()));
  }

  /// One of the forms of the page.
  ///
  /// @param about code of its desk; empty if it founds one
  private record Form(HttpServletRequest request, Officer officer, String about, Typed typed) {}

  private static Form form(HttpServletRequest request, Officer officer, String code) {
    return new Form(request, officer, code, Typed.of(request));
  }

  private Unlocked unlocked(Form form) {
    return desk.unlocked(form.request(), form.officer(), form.typed());
  }

  /// How long a key is good for, and on how many papers it lies.
  private record Terms(LocalDate until, DeskKeys.Sharing sharing) {}

  private interface Making {
    DeskKeys.NewEpoch key(Terms terms);
  }

  private ResponseEntity<byte[]> made(Form form, Making making) {
    Optional<LocalDate> until = until(form.typed());
    Optional<DeskKeys.Sharing> sharing = sharing(form.typed());
    DeskKeys.NewEpoch[] made = new DeskKeys.NewEpoch[1];
    if (until.isEmpty() || sharing.isEmpty()) {
      return unfit(form);
    }
    Terms terms = new Terms(until.get(), sharing.get());
    return form.typed().ok() && does(form, () -> made[0] = making.key(terms))
        ? pages.show(
            form.request(),
            form.officer(),
            "desk/intake/newkey",
            "desk.intake.newkey.title",
            frame -> new NewKeyView(frame, made[0]))
        : unfit(form);
  }

  private boolean does(Form form, Runnable act) {
    return desk.does(form.officer(), form.typed(), act);
  }

  private ResponseEntity<byte[]> unfit(Form form) {
    return show(form.request(), form.officer(), 422, form.about(), form.typed());
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
    Form form = form(request, officer, code);
    byte[] certificate = decoded(form.typed().needed("certificate"));
    UUID newest = known.keys().getFirst().statement().epoch();
    UUID me = IntakeDesk.idOf(officer);
    return done(form, "intake.certified", () -> desk.deskKeys().certify(me, newest, certificate));
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
    Form form = form(request, officer, code);
    return done(form, "intake.resealed", () -> desk.deskKeys().reseal(unlocked(form), code));
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/keys/{code}/propose")
  ResponseEntity<byte[]> propose(
      HttpServletRequest request, Officer officer, @PathVariable String code) {
    Form form = form(request, officer, code);
    Optional<UUID> member = colleague(form.typed(), known(officer, code));
    UUID me = IntakeDesk.idOf(officer);
    return done(
        form,
        "intake.proposed",
        () -> desk.deskKeys().proposeGrant(me, code, member.orElseThrow()));
  }

  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/keys/{code}/grant")
  ResponseEntity<byte[]> grant(
      HttpServletRequest request, Officer officer, @PathVariable String code) {
    Form form = form(request, officer, code);
    Optional<UUID> member = colleague(form.typed(), known(officer, code));
    return done(
        form,
        "intake.granted",
        () -> desk.deskKeys().grant(unlocked(form), code, member.orElseThrow()));
  }

  /// Brings the newest key back from paper, for the member who types it.
  @Needs(value = Right.ANSWER_SOURCES, stepUp = true)
  @PostMapping("/desk/intake/keys/{code}/rescue")
  ResponseEntity<byte[]> rescue(
      HttpServletRequest request, Officer officer, @PathVariable String code) {
    UUID newest = known(officer, code).keys().getFirst().statement().epoch();
    Form form = form(request, officer, code);
    List<String> shares =
        form.typed()
            .needed("secret-shares")
            .lines()
            .map(String::strip)
            .filter(share -> !share.isEmpty())
            .toList();
    UUID me = IntakeDesk.idOf(officer);
    return done(form, "intake.rescued", () -> desk.deskKeys().rescue(me, newest, shares, me));
  }

  private ResponseEntity<byte[]> done(Form form, String done, Runnable act) {
    return form.typed().ok() && does(form, act)
        ? DeskPages.see("/desk/intake/keys", done)
        : unfit(form);
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

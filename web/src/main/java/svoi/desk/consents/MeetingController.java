package svoi.desk.consents;

import static svoi.desk.consents.ConsentsController.path;
import static svoi.staff.Right.LEAD_SESSIONS;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import svoi.consent.Cards;
import svoi.consent.ConsentTexts;
import svoi.consent.Meeting;
import svoi.consent.Meetings;
import svoi.consent.Sheet;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.register.Access;
import svoi.staff.Account;
import svoi.staff.Accounts;
import svoi.staff.StaffRole;
import svoi.web.Uploads;

/// The guided session: language, text and answers on one page, then the signed sheet.
@Controller
final class MeetingController {
  /// A scan of a few pages at 300 dpi.
  private static final long SCAN_BYTES = 30L * 1024 * 1024;

  private static final Set<String> LANGUAGES = Set.of("uk", "ru", "en");

  private final DeskPages pages;
  private final Dossiers dossiers;
  private final Meetings meetings;
  private final ConsentTexts texts;
  private final Accounts accounts;

  MeetingController(
      DeskPages pages,
      Dossiers dossiers,
      Meetings meetings,
      ConsentTexts texts,
      Accounts accounts) {
    this.pages = pages;
    this.dossiers = dossiers;
    this.meetings = meetings;
    this.texts = texts;
    this.accounts = accounts;
  }

  @Needs(LEAD_SESSIONS)
  @GetMapping("/desk/persons/{id}/consents/session")
  ResponseEntity<byte[]> show(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Cards.Card card = open(officer, id);
    Optional<Meeting> meeting = meetings.current(officer.member(), card.person());
    if (meeting.isEmpty()) {
      return pages.show(
          request,
          officer,
          "desk/consents/start",
          "desk.consents.session.title",
          frame -> new MeetingStartView(frame, id, card.name()));
    }
    Typed typed = MeetingForm.of(meeting.get().sheet());
    return form(request, officer, 200, card, meeting.get(), typed, Optional.empty());
  }

  @Needs(LEAD_SESSIONS)
  @PostMapping("/desk/persons/{id}/consents/session/start")
  ResponseEntity<byte[]> start(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Cards.Card card = open(officer, id);
    String language = Typed.of(request).text("language");
    String read = LANGUAGES.contains(language) ? language : "uk";
    meetings.open(officer.member(), card.person(), texts.current(), read);
    return DeskPages.see(path(id) + "/session");
  }

  @Needs(LEAD_SESSIONS)
  @PostMapping("/desk/persons/{id}/consents/session")
  ResponseEntity<byte[]> save(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Cards.Card card = open(officer, id);
    Typed typed = Typed.of(request);
    Optional<Meeting> meeting = meetings.current(officer.member(), card.person());
    if (meeting.isEmpty()) {
      return DeskPages.see(path(id) + "/session", "consents.session-over");
    }
    Sheet sheet = MeetingForm.read(typed, advocates());
    Optional<Integer> version = typed.whole("version");
    if (!typed.ok() || version.isEmpty()) {
      return form(request, officer, 422, card, meeting.get(), typed, Optional.empty());
    }
    if (!meetings.save(officer.member(), meeting.get().id(), sheet, version.get())) {
      return form(request, officer, 412, card, meeting.get(), typed, meeting);
    }
    return typed.ticked("sign")
        ? DeskPages.see(path(id) + "/session/sign")
        : DeskPages.see(path(id) + "/session", "consents.session-saved");
  }

  @Needs(LEAD_SESSIONS)
  @PostMapping("/desk/persons/{id}/consents/session/end")
  ResponseEntity<byte[]> end(Officer officer, @PathVariable UUID id) {
    Cards.Card card = open(officer, id);
    meetings
        .current(officer.member(), card.person())
        .ifPresent(meeting -> meetings.discard(officer.member(), meeting));
    return DeskPages.see(path(id), "consents.session-ended");
  }

  @Needs(LEAD_SESSIONS)
  @GetMapping("/desk/persons/{id}/consents/session/sign")
  ResponseEntity<byte[]> signing(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Cards.Card card = open(officer, id);
    Meeting meeting =
        meetings.current(officer.member(), card.person()).orElseThrow(NotReached::new);
    return signing(request, officer, 200, card, meeting, Typed.empty());
  }

  @Needs(LEAD_SESSIONS)
  @PostMapping("/desk/persons/{id}/consents/session/sign")
  ResponseEntity<byte[]> sign(HttpServletRequest request, Officer officer, @PathVariable UUID id)
      throws IOException {
    Cards.Card card = open(officer, id);
    Optional<Meeting> current = meetings.current(officer.member(), card.person());
    if (current.isEmpty()) {
      return DeskPages.see(path(id), "consents.signed");
    }
    Meeting meeting = current.get();
    Typed typed = Typed.filled(Map.of());
    Meetings.Signing[] outcome = new Meetings.Signing[1];
    try {
      Uploads.read(
          request,
          SCAN_BYTES,
          (field, name, content, fields) -> {
            boolean seen =
                fields.getOrDefault("version", List.of()).contains("" + meeting.version());
            outcome[0] =
                seen
                    ? meetings.sign(officer.member(), meeting, content)
                    : new Meetings.Signing.Stale();
          });
    } catch (Uploads.TooLarge e) {
      typed.wrong("scan", "desk.consents.wrong.too-large");
      return signing(request, officer, 422, card, meeting, typed);
    } catch (DataIntegrityViolationException e) {
      ConsentsController.refused(typed, officer, e);
      return signing(request, officer, 409, card, meeting, typed);
    }
    return switch (outcome[0]) {
      case null -> wrong(request, officer, card, meeting, "desk.consents.wrong.no-scan");
      case Meetings.Signing.Signed signed -> DeskPages.see(path(id), "consents.signed");
      case Meetings.Signing.NotReady missing ->
          signing(request, officer, 422, card, meeting, typed);
      case Meetings.Signing.WrongFile() ->
          wrong(request, officer, card, meeting, "desk.consents.wrong.scan");
      case Meetings.Signing.Stale() ->
          signing(
              request,
              officer,
              412,
              card,
              meetings.current(officer.member(), card.person()).orElse(meeting),
              typed.wrong("", "desk.consents.wrong.stale"));
    };
  }

  private ResponseEntity<byte[]> wrong(
      HttpServletRequest request, Officer officer, Cards.Card card, Meeting meeting, String key) {
    return signing(request, officer, 422, card, meeting, Typed.empty().wrong("scan", key));
  }

  @Needs(LEAD_SESSIONS)
  @GetMapping("/desk/persons/{id}/consents/session/text")
  ResponseEntity<byte[]> text(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "uk") String language) {
    open(officer, id);
    ConsentTexts.Text text = texts.find(texts.current(), language).orElseThrow(NotReached::new);
    return pages.show(
        request,
        officer,
        "desk/consents/text",
        "desk.consents.text.title",
        frame -> new MeetingTextView(frame, id, text));
  }

  private Cards.Card open(Officer officer, UUID id) {
    return dossiers.open(officer, id, Access.FILE, "desk.consent-session");
  }

  private List<Account> advocates() {
    return accounts.all().stream()
        .filter(a -> a.active() && a.member().is(StaffRole.COUNSEL))
        .toList();
  }

  private ResponseEntity<byte[]> form(
      HttpServletRequest request,
      Officer officer,
      int status,
      Cards.Card card,
      Meeting meeting,
      Typed typed,
      Optional<Meeting> stale) {
    String language = meeting.sheet().language();
    ConsentTexts.Text text =
        texts.find(meeting.textVersion(), language).orElseThrow(NotReached::new);
    return pages.show(
        request,
        officer,
        status,
        "desk/consents/session",
        "desk.consents.session.title",
        frame ->
            new MeetingView(
                frame,
                card.person().value(),
                card.name(),
                meeting,
                text,
                advocates(),
                typed,
                stale));
  }

  private ResponseEntity<byte[]> signing(
      HttpServletRequest request,
      Officer officer,
      int status,
      Cards.Card card,
      Meeting meeting,
      Typed typed) {
    return pages.show(
        request,
        officer,
        status,
        "desk/consents/sign",
        "desk.consents.sign.title",
        frame ->
            new SignView(
                frame,
                card.person().value(),
                card.name(),
                meeting,
                meeting.sheet().missing(),
                typed));
  }
}

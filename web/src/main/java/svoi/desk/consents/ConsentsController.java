package svoi.desk.consents;

import static svoi.staff.Right.LEAD_SESSIONS;
import static svoi.staff.Right.READ_CARDS;
import static svoi.staff.Right.READ_CASES;
import static svoi.staff.Right.RECONFIRM_CONSENTS;
import static svoi.staff.Right.REQUEST_SESSIONS;
import static svoi.staff.Right.RESTORE_WAITING_DATE;
import static svoi.staff.Right.VERIFY_CONSENTS;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.cases.PersonId;
import svoi.consent.Act;
import svoi.consent.Cards;
import svoi.consent.ConsentRule;
import svoi.consent.ConsentStates;
import svoi.consent.Consents;
import svoi.consent.Interview;
import svoi.consent.Scope;
import svoi.consent.SessionRequests;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.register.Access;

/// The consents of one person: what stands, verification, reconfirmation, the waiting date.
@Controller
final class ConsentsController {
  private static final String RULE = "desk.rule.";

  private final DeskPages pages;
  private final Dossiers dossiers;
  private final ConsentStates states;
  private final Consents consents;
  private final SessionRequests requests;

  ConsentsController(
      DeskPages pages,
      Dossiers dossiers,
      ConsentStates states,
      Consents consents,
      SessionRequests requests) {
    this.pages = pages;
    this.dossiers = dossiers;
    this.states = states;
    this.consents = consents;
    this.requests = requests;
  }

  @Needs({READ_CASES, READ_CARDS})
  @GetMapping("/desk/persons/{id}/consents")
  ResponseEntity<byte[]> show(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Cards.Card card = dossiers.open(officer, id, Access.CARD, "desk.consents");
    return show(request, officer, 200, card, Typed.empty());
  }

  @Needs(value = VERIFY_CONSENTS, stepUp = true)
  @PostMapping("/desk/persons/{id}/consents/verify")
  ResponseEntity<byte[]> verify(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Cards.Card card = dossiers.open(officer, id, Access.FILE, "desk.consents");
    Typed typed = Typed.of(request);
    Set<UUID> acts =
        states.of(card.person()).stream()
            .filter(a -> a.state() == Act.State.TO_VERIFY && typed.ticked("act-" + a.id()))
            .map(Act::id)
            .collect(Collectors.toSet());
    Interview interview =
        new Interview(
            typed.ticked("consequences"),
            typed.ticked("refusal"),
            typed.ticked("benefit"),
            typed.ticked("alone"),
            typed.ticked("family"));
    if (acts.isEmpty()) {
      typed.wrong("acts", "desk.consents.wrong.no-act");
    }
    if (!interview.isWhole()) {
      String code = "consent.interview_incomplete";
      typed.wrong("interview", code, RULE + code, new Object[0]);
    }
    if (!typed.ok()) {
      return show(request, officer, 422, card, typed);
    }
    try {
      consents.verify(officer.member(), card.person(), acts, interview);
      return DeskPages.see(path(id), "consents.verified");
    } catch (DataIntegrityViolationException e) {
      return show(request, officer, 409, card, refused(typed, officer, e));
    }
  }

  @Needs(RECONFIRM_CONSENTS)
  @PostMapping("/desk/persons/{id}/consents/reconfirm")
  ResponseEntity<byte[]> reconfirm(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Cards.Card card = dossiers.open(officer, id, Access.FILE, "desk.consents");
    Optional<Scope> scope = Scope.of(Typed.of(request).text("scope"));
    boolean noted =
        scope.isPresent() && consents.reconfirm(officer.member(), card.person(), scope.get());
    return DeskPages.see(path(id), noted ? "consents.reconfirmed" : "consents.not-in-force");
  }

  @Needs(RESTORE_WAITING_DATE)
  @PostMapping("/desk/persons/{id}/consents/keep-date")
  ResponseEntity<byte[]> keepDate(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Cards.Card card = dossiers.open(officer, id, Access.FILE, "desk.consents");
    Typed typed = Typed.of(request);
    Optional<Act> act =
        states.of(card.person()).stream()
            .filter(a -> a.mayKeepDate() && a.id().toString().equals(typed.text("act")))
            .findFirst();
    try {
      act.ifPresent(a -> consents.keepWaitingDate(officer.member(), card.person(), a.id()));
      return DeskPages.see(path(id), "consents.date-kept");
    } catch (DataIntegrityViolationException e) {
      return show(request, officer, 409, card, refused(typed, officer, e));
    }
  }

  @Needs(REQUEST_SESSIONS)
  @PostMapping("/desk/persons/{id}/consents/ask")
  ResponseEntity<byte[]> ask(Officer officer, @PathVariable UUID id) {
    Cards.Card card = dossiers.open(officer, id, Access.CARD, "desk.consents");
    requests.ask(officer.member(), card.person());
    return DeskPages.see(path(id), "consents.asked");
  }

  @Needs(LEAD_SESSIONS)
  @PostMapping("/desk/persons/{id}/consents/close-request")
  ResponseEntity<byte[]> close(Officer officer, @PathVariable UUID id) {
    Cards.Card card = dossiers.open(officer, id, Access.FILE, "desk.consents");
    requests.close(officer.member(), card.person());
    return DeskPages.see(path(id), "consents.request-closed");
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Cards.Card card, Typed typed) {
    PersonId person = card.person();
    boolean file = dossiers.access(officer, person).reaches(Access.FILE);
    return pages.show(
        request,
        officer,
        status,
        "desk/consents/person",
        "desk.consents.title",
        frame ->
            new ConsentsView(
                frame,
                officer,
                person,
                card.name(),
                states.of(person),
                file,
                requests.isOpen(person),
                typed));
  }

  /// Notes the refusal of a rule in words, if there are any for its code.
  static Typed refused(Typed typed, Officer officer, DataIntegrityViolationException e) {
    String code = ConsentRule.code(e);
    boolean known = officer.messages().has(RULE + code);
    String key = known ? RULE + code : "desk.shell.problem.refused.text";
    return typed.wrong("", code, key, new Object[0]);
  }

  static String path(UUID person) {
    return "/desk/persons/" + person + "/consents";
  }
}

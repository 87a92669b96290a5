package svoi.desk.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.platform.Violation;
import svoi.staff.Account;
import svoi.staff.Accounts;
import svoi.staff.Institution;
import svoi.staff.Institutions;
import svoi.staff.Right;
import svoi.staff.StaffRole;

/// Institutions of the prison service, and which liaison works in which.
@Controller
final class InstitutionsController {
  private static final String PATH = "/desk/institutions";
  private static final int SHORTEST = 3;
  private static final int LONGEST = 160;

  private final DeskPages pages;
  private final Institutions institutions;
  private final Accounts accounts;

  InstitutionsController(DeskPages pages, Institutions institutions, Accounts accounts) {
    this.pages = pages;
    this.institutions = institutions;
    this.accounts = accounts;
  }

  @Needs(Right.MANAGE_STAFF)
  @GetMapping(PATH)
  ResponseEntity<byte[]> list(HttpServletRequest request, Officer officer) {
    return show(request, officer, 200, Typed.empty());
  }

  @Needs(value = Right.MANAGE_STAFF, stepUp = true)
  @PostMapping(PATH)
  ResponseEntity<byte[]> add(HttpServletRequest request, Officer officer) {
    Typed typed = Typed.of(request);
    String uk = named(typed, "uk");
    String en = named(typed, "en");
    if (typed.ok()) {
      add(officer, typed, uk, en);
    }
    return typed.ok()
        ? DeskPages.see(PATH, "people.institution-added")
        : show(request, officer, 422, typed);
  }

  private static String named(Typed typed, String field) {
    String name = typed.needed(field);
    if (name.length() < SHORTEST || name.length() > LONGEST) {
      typed.wrong(field, "desk.people.institution.length");
    }
    return name;
  }

  private void add(Officer officer, Typed typed, String uk, String en) {
    try {
      institutions.add(uk, en, officer.member());
    } catch (DataIntegrityViolationException e) {
      if (!Violation.rule(e).equals(Optional.of("institution-once"))) {
        throw e;
      }
      typed.wrong("uk", "desk.people.institution.once");
    }
  }

  @Needs(value = Right.MANAGE_STAFF, stepUp = true)
  @PostMapping(PATH + "/{id}/liaisons")
  ResponseEntity<byte[]> post(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    UUID institution = institution(id);
    String chosen = Typed.of(request).text("member");
    Account liaison =
        liaisons().stream()
            .filter(account -> account.member().actor().equals(chosen))
            .findFirst()
            .orElseThrow(NotReached::new);
    institutions.post(institution, liaison.member().id(), officer.member());
    return DeskPages.see(PATH, "people.posted");
  }

  @Needs(value = Right.MANAGE_STAFF, stepUp = true)
  @PostMapping(PATH + "/{id}/liaisons/end")
  ResponseEntity<byte[]> end(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    UUID institution = institution(id);
    String chosen = Typed.of(request).text("member");
    accounts.all().stream()
        .filter(account -> account.member().actor().equals(chosen))
        .forEach(a -> institutions.end(institution, a.member().id(), officer.member()));
    return DeskPages.see(PATH, "people.posting-ended");
  }

  private UUID institution(UUID id) {
    return institutions.all().stream()
        .map(Institution::id)
        .filter(id::equals)
        .findFirst()
        .orElseThrow(NotReached::new);
  }

  private List<Account> liaisons() {
    return accounts.all().stream()
        .filter(account -> account.active() && account.member().is(StaffRole.PRISON_LIAISON))
        .toList();
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Typed typed) {
    return pages.show(
        request,
        officer,
        status,
        "desk/people/institutions",
        "desk.people.institutions",
        frame ->
            new InstitutionsView(
                frame, institutions.all(), institutions.postings(), liaisons(), typed));
  }
}

package svoi.desk.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.consent.Advocates;
import svoi.consent.ConsentRule;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.staff.Account;
import svoi.staff.Accounts;
import svoi.staff.Right;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// Which licence an advocate's account belongs to: it decides whose clients it reaches.
@Controller
final class LicenceController {
  private final DeskPages pages;
  private final Accounts accounts;
  private final Advocates advocates;

  LicenceController(DeskPages pages, Accounts accounts, Advocates advocates) {
    this.pages = pages;
    this.accounts = accounts;
    this.advocates = advocates;
  }

  @Needs(Right.MANAGE_STAFF)
  @GetMapping("/desk/staff/{id}/licence")
  ResponseEntity<byte[]> form(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return show(request, officer, 200, advocate(id), Typed.empty());
  }

  @Needs(value = Right.MANAGE_STAFF, stepUp = true)
  @PostMapping("/desk/staff/{id}/licence")
  ResponseEntity<byte[]> link(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Account account = advocate(id);
    Typed typed = Typed.of(request);
    String licence = typed.needed("licence");
    if (typed.ok()) {
      link(officer, account, licence, typed);
    }
    return typed.ok()
        ? DeskPages.see("/desk/staff/" + id + "/licence", "people.linked")
        : show(request, officer, 422, account, typed);
  }

  private void link(Officer officer, Account account, String licence, Typed typed) {
    try {
      if (!advocates.link(licence, account.member().id(), officer.member())) {
        typed.wrong("licence", "desk.people.licence.unknown");
      }
    } catch (DataIntegrityViolationException e) {
      String code = ConsentRule.code(e);
      typed.wrong("licence", code, "desk.people.licence.taken", new Object[0]);
    }
  }

  private Account advocate(UUID id) {
    return accounts
        .find(new StaffId(id))
        .filter(account -> account.member().is(StaffRole.COUNSEL))
        .orElseThrow(NotReached::new);
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Account account, Typed typed) {
    return pages.show(
        request,
        officer,
        status,
        "desk/people/licence",
        "desk.people.licence",
        frame -> new LicenceView(frame, account, advocates.licence(account.member().id()), typed));
  }
}

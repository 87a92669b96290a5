package svoi.desk.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.audit.AuditSink;
import svoi.desk.DeskPages;
import svoi.desk.DeskSession;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.platform.Language;
import svoi.staff.Account;
import svoi.staff.Accounts;
import svoi.staff.Right;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;
import svoi.web.SiteSettings;

/// Accounts: inviting, changing roles, ending sessions.
@Controller
final class StaffController {
  private final DeskPages pages;
  private final Accounts accounts;
  private final DeskSession sessions;
  private final AuditSink audit;
  private final SiteSettings site;

  StaffController(
      DeskPages pages,
      Accounts accounts,
      DeskSession sessions,
      AuditSink audit,
      SiteSettings site) {
    this.pages = pages;
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
    this.site = site;
  }

  @Needs(Right.MANAGE_STAFF)
  @GetMapping("/desk/staff")
  ResponseEntity<byte[]> list(HttpServletRequest request, Officer officer) {
    return list(request, officer, 200, Typed.empty());
  }

  @Needs(value = Right.MANAGE_STAFF, stepUp = true)
  @PostMapping("/desk/staff")
  ResponseEntity<byte[]> add(HttpServletRequest request, Officer officer) {
    Typed typed = Typed.of(request);
    String name = typed.needed("name");
    String agency = typed.needed("agency");
    Set<StaffRole> roles = roles(typed);
    if (!typed.ok() || !accounts.agencies().contains(agency)) {
      return list(request, officer, 422, typed);
    }
    String actor = officer.member().actor();
    StaffId id = accounts.add(agency, roles, name, Language.UK, actor);
    return invited(request, officer, id);
  }

  @Needs(Right.MANAGE_STAFF)
  @GetMapping("/desk/staff/{id}")
  ResponseEntity<byte[]> member(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Account account = account(id);
    return member(request, officer, 200, account, typed(account), false, Optional.empty());
  }

  @Needs(value = Right.MANAGE_STAFF, stepUp = true)
  @PostMapping("/desk/staff/{id}")
  ResponseEntity<byte[]> change(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Account account = account(id);
    Typed typed = Typed.of(request);
    String name = typed.needed("name");
    Set<StaffRole> roles = roles(typed);
    Optional<Integer> version = typed.whole("version");
    if (!typed.ok() || version.isEmpty()) {
      return member(request, officer, 422, account, typed, false, Optional.empty());
    }
    StaffId member = account.member().id();
    boolean active = typed.ticked("active");
    if (!accounts.change(member, version.get(), roles, name, active, officer.member())) {
      return member(request, officer, 412, account(id), typed, true, Optional.empty());
    }
    sessions.endAll(member);
    return DeskPages.see("/desk/staff/" + id, "people.saved");
  }

  @Needs(value = Right.MANAGE_STAFF, stepUp = true)
  @PostMapping("/desk/staff/{id}/invitation")
  ResponseEntity<byte[]> invite(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return invited(request, officer, account(id).member().id());
  }

  @Needs(Right.MANAGE_STAFF)
  @PostMapping("/desk/staff/{id}/sessions/end")
  ResponseEntity<byte[]> end(Officer officer, @PathVariable UUID id) {
    sessions.endAll(account(id).member().id());
    audit.append(officer.member().actor(), "staff.end-sessions", Set.of(id), "");
    return DeskPages.see("/desk/staff/" + id, "people.ended");
  }

  @Needs({})
  @GetMapping("/desk/rights")
  ResponseEntity<byte[]> rights(HttpServletRequest request, Officer officer) {
    return pages.show(
        request, officer, "desk/people/rights", "desk.people.matrix", RightsView::new);
  }

  private ResponseEntity<byte[]> invited(HttpServletRequest request, Officer officer, StaffId id) {
    String token = accounts.invite(id, officer.member().actor());
    Account account = account(id.value());
    Optional<String> link = Optional.of(site.publicUrl() + "/desk/enrol#" + token);
    return member(request, officer, 200, account, typed(account), false, link);
  }

  private ResponseEntity<byte[]> list(
      HttpServletRequest request, Officer officer, int status, Typed typed) {
    return pages.show(
        request,
        officer,
        status,
        "desk/people/list",
        "desk.people.title",
        frame -> new StaffListView(frame, accounts.all(), accounts.agencies(), typed));
  }

  private ResponseEntity<byte[]> member(
      HttpServletRequest request,
      Officer officer,
      int status,
      Account account,
      Typed typed,
      boolean stale,
      Optional<String> link) {
    return pages.show(
        request,
        officer,
        status,
        "desk/people/member",
        "desk.people.member",
        frame -> new StaffMemberView(frame, account, typed, stale, link));
  }

  private Account account(UUID id) {
    return accounts.find(new StaffId(id)).orElseThrow(NotReached::new);
  }

  private static Typed typed(Account account) {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("name", account.displayName());
    account.member().roles().forEach(role -> known.put("role-" + role.code(), "yes"));
    if (account.active()) {
      known.put("active", "yes");
    }
    return Typed.filled(known);
  }

  private static Set<StaffRole> roles(Typed typed) {
    Set<StaffRole> roles =
        java.util.Arrays.stream(StaffRole.values())
            .filter(role -> typed.ticked("role-" + role.code()))
            .collect(Collectors.toSet());
    if (roles.isEmpty()) {
      typed.wrong("roles", "desk.people.no-role");
    }
    return roles;
  }
}

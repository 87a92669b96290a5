package svoi.desk.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import svoi.audit.AuditLog;
import svoi.audit.AuditQuery;
import svoi.audit.AuditTrail;
import svoi.cases.PersonId;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.register.Access;
import svoi.register.ProfileId;
import svoi.register.Reach;
import svoi.staff.Right;

/// Who looked at a person, from the person's file.
@Controller
final class LooksController {
  private static final int SIZE = 50;

  private final DeskPages pages;
  private final AuditLog log;
  private final AuditTrail trail;
  private final Members members;
  private final Function<PersonId, Optional<ProfileId>> profiles;
  private final Reach reach;

  LooksController(
      DeskPages pages,
      AuditLog log,
      AuditTrail trail,
      Members members,
      Function<PersonId, Optional<ProfileId>> profiles,
      Reach reach) {
    this.pages = pages;
    this.log = log;
    this.trail = trail;
    this.members = members;
    this.profiles = profiles;
    this.reach = reach;
  }

  @Needs(Right.READ_AUDIT)
  @GetMapping("/desk/persons/{id}/looks")
  ResponseEntity<byte[]> looks(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    PersonId person = new PersonId(id);
    if (reach.of(officer.member(), person) == Access.NONE) {
      throw new NotReached();
    }
    Set<UUID> subjects = new LinkedHashSet<>(Set.of(id));
    profiles.apply(person).map(ProfileId::value).ifPresent(subjects::add);
    trail.append(officer.member().actor(), "audit.looks", Set.of(id), "");
    AuditQuery query = AuditQuery.ALL.about(subjects);
    String before = Typed.of(request).text("before");
    AuditLog.Page page =
        log.find(
            before.matches("[1-9][0-9]{0,17}") ? query.before(Long.parseLong(before)) : query,
            SIZE);
    return pages.show(
        request,
        officer,
        "desk/audit/looks",
        "desk.audit.looks",
        frame ->
            new LooksView(
                frame,
                id,
                log.lookers(subjects),
                page.items(),
                members.byActor(),
                LogView.older(frame.path(), page.next())));
  }
}

package svoi.desk.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import svoi.audit.AuditLog;
import svoi.audit.AuditQuery;
import svoi.audit.AuditTrail;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.platform.Sha256;
import svoi.staff.Right;

/// The log, searched by member, action, person and days. Reading it is logged like any reading.
@Controller
final class AuditController {
  private static final int SIZE = 50;
  private static final List<String> FILTERS =
      List.of("member", "action", "person", "from", "until");

  private final DeskPages pages;
  private final AuditLog log;
  private final AuditTrail trail;
  private final Members members;

  AuditController(DeskPages pages, AuditLog log, AuditTrail trail, Members members) {
    this.pages = pages;
    this.log = log;
    this.trail = trail;
    this.members = members;
  }

  @Needs(Right.READ_AUDIT)
  @GetMapping("/desk/audit")
  ResponseEntity<byte[]> search(HttpServletRequest request, Officer officer) {
    Typed typed = Typed.of(request);
    AuditQuery query = query(typed);
    if (!typed.ok()) {
      return page(request, officer, 422, typed, new AuditLog.Page(List.of(), OptionalLong.empty()));
    }
    trail.append(officer.member().actor(), "audit.read", query.subjects(), asked(typed));
    return page(request, officer, 200, typed, log.find(query, SIZE));
  }

  @Needs(value = Right.READ_AUDIT, stepUp = true)
  @GetMapping("/desk/audit/{seq:[1-9][0-9]{0,17}}")
  ResponseEntity<byte[]> entry(
      HttpServletRequest request, Officer officer, @PathVariable long seq) {
    AuditLog.Item item = log.entry(seq).orElseThrow(NotReached::new);
    trail.append(officer.member().actor(), "audit.open", item.subjects(), Long.toString(seq));
    return pages.show(
        request,
        officer,
        "desk/audit/entry",
        "desk.audit.entry",
        frame -> new EntryView(frame, item, members.byActor(), log.payload(seq)));
  }

  private ResponseEntity<byte[]> page(
      HttpServletRequest request, Officer officer, int status, Typed typed, AuditLog.Page found) {
    AuditTrail.Head head = trail.head();
    return pages.show(
        request,
        officer,
        status,
        "desk/audit/log",
        "desk.audit.title",
        frame ->
            new LogView(
                frame,
                typed,
                found.items(),
                members.byActor(),
                log.actions(),
                LogView.older(address(typed), found.next()),
                head.seq(),
                Sha256.hex(head.hash())));
  }

  private static AuditQuery query(Typed typed) {
    AuditQuery query = AuditQuery.ALL;
    if (typed.ticked("member")) {
      query = query.by(typed.text("member"));
    }
    if (typed.ticked("action")) {
      query = query.doing(typed.text("action"));
    }
    Optional<UUID> person = id(typed);
    if (person.isPresent()) {
      query = query.about(Set.of(person.get()));
    }
    Optional<LocalDate> from = typed.date("from");
    Optional<LocalDate> until = typed.date("until");
    if (from.isPresent() && until.isPresent() && from.get().isAfter(until.get())) {
      typed.wrong("until", "desk.audit.wrong.days");
    }
    query = query.between(from, until);
    String before = typed.text("before");
    return before.matches("[1-9][0-9]{0,17}") ? query.before(Long.parseLong(before)) : query;
  }

  private static Optional<UUID> id(Typed typed) {
    String text = typed.text("person");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return Optional.of(id);
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    typed.wrong("person", "desk.audit.wrong.id");
    return Optional.empty();
  }

  /// Which filters were used, never what for: whom it was about is among the subjects.
  private static String asked(Typed typed) {
    return FILTERS.stream().filter(typed::ticked).collect(Collectors.joining(","));
  }

  private static String address(Typed typed) {
    String filters =
        FILTERS.stream()
            .filter(typed::ticked)
            .map(f -> f + "=" + URLEncoder.encode(typed.text(f), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return "/desk/audit" + (filters.isEmpty() ? "" : "?" + filters);
  }
}

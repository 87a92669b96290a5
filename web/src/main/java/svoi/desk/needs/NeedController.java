package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.cases.Finding;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.needs.AwaitedDuplicates;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.AwaitedMerges;
import svoi.exchange.needs.FamilyGroups;
import svoi.exchange.needs.NameGate;
import svoi.staff.Right;

/// The page of one who is awaited, with the family and with records of the same person.
@Controller
final class NeedController {
  private static final int KIN = 8;

  private final DeskPages pages;
  private final NeedDesk desk;
  private final AwaitedDuplicates duplicates;
  private final AwaitedMerges merges;
  private final FamilyGroups groups;
  private final NameGate gate;
  private final Clock clock;

  NeedController(
      DeskPages pages,
      NeedDesk desk,
      AwaitedDuplicates duplicates,
      AwaitedMerges merges,
      FamilyGroups groups,
      NameGate gate,
      Clock clock) {
    this.pages = pages;
    this.desk = desk;
    this.duplicates = duplicates;
    this.merges = merges;
    this.groups = groups;
    this.gate = gate;
    this.clock = clock;
  }

  @Needs({Right.READ_NEEDS, Right.READ_RETURN_TRACK})
  @GetMapping("/desk/needs/{id}")
  ResponseEntity<byte[]> person(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedFile file = desk.file(officer, id);
    if (!file.id().value().equals(id)) {
      return DeskPages.see(NeedDesk.path(file.id().value()));
    }
    return person(request, officer, 200, file, Typed.of(request));
  }

  private ResponseEntity<byte[]> person(
      HttpServletRequest request, Officer officer, int status, AwaitedFile file, Typed typed) {
    boolean mayEdit = file.track().isEditedBy(officer.member());
    List<AwaitedDuplicates.Candidate> candidates =
        mayEdit && file.state().isOpen()
            ? duplicates.of(file.person(), file.id(), officer.member())
            : List.of();
    List<AwaitedFile> kin = mayEdit ? kin(file, typed.text("kin"), officer) : List.of();
    Optional<FamilyGroups.Family> family = groups.of(file, officer.member());
    List<UUID> shown = new ArrayList<>(List.of(file.id().value()));
    candidates.forEach(c -> shown.add(c.file().id().value()));
    shown.addAll(NeedDesk.ids(kin));
    family.ifPresent(f -> shown.addAll(NeedDesk.ids(f.others())));
    desk.shown(officer, "desk.need", shown.stream().distinct().toList());
    return pages.show(
        request,
        officer,
        status,
        "desk/needs/person",
        "desk.needs.person.title",
        frame ->
            new NeedView(
                frame,
                officer,
                LocalDate.now(clock),
                file,
                mayEdit,
                desk.files().events(file),
                family,
                kin,
                candidates,
                merges.of(file),
                desk.files().absorbed(file),
                gate.of(file),
                typed));
  }

  private List<AwaitedFile> kin(AwaitedFile file, String query, Officer officer) {
    return query.isEmpty()
        ? List.of()
        : desk.found(desk.names().search(query, officer.member(), KIN).matches(), officer).stream()
            .filter(other -> !other.id().equals(file.id()))
            .toList();
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @PostMapping("/desk/needs/{id}/kin")
  ResponseEntity<byte[]> kin(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedFile file = desk.editable(officer, id);
    Typed typed = Typed.of(request);
    switch (typed.text("act")) {
      case "leave" -> groups.leave(file, officer.member());
      case "inseparable", "separable" -> {
        if (file.group().isEmpty()) {
          throw new NotReached();
        }
        groups.mark(file, typed.text("act").equals("inseparable"), officer.member());
      }
      default -> {
        UUID other = typed.id("other").orElseThrow(NotReached::new);
        Optional<Finding> refused =
            groups.join(file, desk.editable(officer, other), officer.member());
        if (refused.isPresent()) {
          NeedWords.show(typed, List.of(refused.get()));
          return person(request, officer, 409, file, typed);
        }
      }
    }
    return DeskPages.see(NeedDesk.path(file.id().value()), "needs.kin-saved");
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @PostMapping("/desk/needs/{id}/merges")
  ResponseEntity<byte[]> propose(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedFile file = desk.editable(officer, id);
    Typed typed = Typed.of(request);
    UUID named = typed.id("other").orElseThrow(NotReached::new);
    AwaitedFile other = desk.editable(officer, named);
    boolean keepsThis = !typed.text("keep").equals("other");
    Optional<Finding> refused =
        merges.propose(
            keepsThis ? file : other,
            keepsThis ? other : file,
            typed.text("ground"),
            officer.member());
    if (refused.isPresent()) {
      NeedWords.show(typed, List.of(refused.get()));
      return person(request, officer, 422, file, typed);
    }
    return DeskPages.see("/desk/needs/merges", "needs.proposed");
  }
}

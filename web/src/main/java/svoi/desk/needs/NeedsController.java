package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import svoi.exchange.AwaitedState;
import svoi.exchange.Category;
import svoi.exchange.needs.AwaitedDuplicates;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.AwaitedMerges;
import svoi.exchange.needs.AwaitedNames;
import svoi.exchange.needs.FamilyGroups;
import svoi.exchange.needs.Health;
import svoi.exchange.needs.NameGate;
import svoi.exchange.needs.NeedFilter;
import svoi.exchange.needs.Track;
import svoi.names.Answer;
import svoi.names.Hit;
import svoi.staff.Right;

/// Finding those who are awaited, and the page of one of them.
@Controller
final class NeedsController {
  private static final int PAGE = 50;
  private static final int HITS = 20;

  private final DeskPages pages;
  private final NeedDesk desk;
  private final AwaitedDuplicates duplicates;
  private final AwaitedMerges merges;
  private final FamilyGroups groups;
  private final NameGate gate;
  private final Clock clock;

  NeedsController(
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
  @GetMapping("/desk/needs")
  ResponseEntity<byte[]> list(HttpServletRequest request, Officer officer) {
    Typed asked = Typed.of(request);
    NeedFilter filter = filter(asked, officer);
    String query = asked.text("q");
    if (!query.isEmpty()) {
      Answer<AwaitedNames.Known> answer = desk.names().search(query, officer.member(), HITS);
      return list(
          request,
          officer,
          query,
          filter,
          found(answer.matches(), officer),
          found(answer.similar(), officer));
    }
    List<AwaitedFile> page =
        desk.cards().page(filter, uuid(asked.text("after")), PAGE + 1, officer.member());
    return list(request, officer, "", filter, page, List.of());
  }

  private List<AwaitedFile> found(List<Hit<AwaitedNames.Known>> hits, Officer officer) {
    return desk.cards().of(hits.stream().map(hit -> hit.key().id()).toList(), officer.member());
  }

  static @Nullable UUID uuid(String text) {
    try {
      return text.isEmpty() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static NeedFilter filter(Typed asked, Officer officer) {
    List<Track> seen = Track.seenBy(officer.member());
    Track track = Track.of(asked.text("track")).filter(seen::contains).orElse(seen.getFirst());
    int months =
        NeedFilter.MONTHS.stream()
            .filter(m -> asked.text("held").equals(m.toString()))
            .findFirst()
            .orElse(0);
    return new NeedFilter(
        track,
        Category.of(asked.text("category")),
        Health.of(asked.text("condition")),
        AwaitedState.of(asked.text("state")),
        months,
        NeedFilter.Order.of(asked.text("order")));
  }

  private ResponseEntity<byte[]> list(
      HttpServletRequest request,
      Officer officer,
      String query,
      NeedFilter filter,
      List<AwaitedFile> found,
      List<AwaitedFile> similar) {
    boolean more = query.isEmpty() && found.size() > PAGE;
    List<AwaitedFile> page = more ? found.subList(0, PAGE) : found;
    desk.shown(
        officer,
        query.isEmpty() ? "desk.needs" : "desk.need-search",
        Stream.concat(page.stream(), similar.stream()).map(f -> f.id().value()).toList());
    Optional<String> next =
        more
            ? Optional.of(
                "/desk/needs?track=%s&category=%s&condition=%s&state=%s&held=%d&order=%s&after=%s"
                    .formatted(
                        filter.track().code(),
                        filter.category().map(Category::code).orElse(""),
                        filter.health().map(Health::code).orElse(""),
                        filter.state().map(AwaitedState::code).orElse(""),
                        filter.heldMonths(),
                        filter.order().code(),
                        page.getLast().id().value()))
            : Optional.empty();
    return pages.show(
        request,
        officer,
        "desk/needs/list",
        "desk.needs.list.title",
        frame ->
            new NeedListView(
                frame,
                officer,
                LocalDate.now(clock),
                query,
                filter,
                Track.seenBy(officer.member()),
                page,
                similar,
                next));
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
        : found(desk.names().search(query, officer.member(), 8).matches(), officer).stream()
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
        UUID other = uuid(typed.text("other"));
        if (other == null) {
          throw new NotReached();
        }
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
    UUID named = uuid(typed.text("other"));
    if (named == null) {
      throw new NotReached();
    }
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

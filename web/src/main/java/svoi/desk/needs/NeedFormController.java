package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.AwaitedId;
import svoi.exchange.needs.AwaitedDuplicates;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.NeedSaving;
import svoi.staff.Right;

/// Entering one awaited person on one page, and correcting them.
@Controller
final class NeedFormController {
  private final DeskPages pages;
  private final NeedDesk desk;
  private final AwaitedDuplicates duplicates;

  NeedFormController(DeskPages pages, NeedDesk desk, AwaitedDuplicates duplicates) {
    this.pages = pages;
    this.desk = desk;
    this.duplicates = duplicates;
  }

  /// What the form shows besides what was typed.
  private record Shown(
      Typed typed,
      Optional<AwaitedFile> file,
      int version,
      List<String> proposed,
      List<AwaitedDuplicates.Candidate> candidates,
      List<NeedFormView.Difference> differing) {
    static Shown of(Typed typed) {
      return new Shown(typed, Optional.empty(), 0, List.of(), List.of(), List.of());
    }

    Shown of(AwaitedFile stored, int seen) {
      return new Shown(typed, Optional.of(stored), seen, proposed, candidates, differing);
    }

    Shown asking(Map<String, String> fields, List<AwaitedDuplicates.Candidate> found) {
      return new Shown(typed, file, version, List.copyOf(fields.keySet()), found, differing);
    }

    Shown differing(List<NeedFormView.Difference> found) {
      return new Shown(typed, file, version, proposed, candidates, found);
    }
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @GetMapping("/desk/needs/new")
  ResponseEntity<byte[]> blank(HttpServletRequest request, Officer officer) {
    Typed empty = NeedForm.empty();
    Typed fitting = officer.may(Right.EDIT_NEEDS) ? empty : empty.with(Map.of("category", "child"));
    return show(request, officer, 200, Shown.of(fitting));
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @PostMapping("/desk/needs")
  ResponseEntity<byte[]> create(HttpServletRequest request, Officer officer) {
    Typed typed = Typed.of(request);
    @Nullable UUID id = typed.id("id").orElse(null);
    if (id == null) {
      String fresh = UUID.randomUUID().toString();
      return show(request, officer, 422, Shown.of(typed.with(Map.of("id", fresh))));
    }
    Map<String, String> proposed = NeedForm.proposed(typed);
    Typed whole = typed.with(proposed);
    Optional<NeedForm.Entry> entry = NeedForm.read(whole);
    if (entry.isEmpty()) {
      return show(request, officer, 422, Shown.of(whole).asking(proposed, List.of()));
    }
    NeedForm.Entry read = entry.get();
    NeedWords.show(whole, desk.files().check(read.person(), read.restricted()));
    List<AwaitedDuplicates.Candidate> candidates =
        duplicates.of(read.person(), new AwaitedId(id), officer.member());
    boolean unseen = !candidates.isEmpty() && !typed.ticked("seen");
    if (!whole.ok() || !proposed.isEmpty() || unseen) {
      Shown again = Shown.of(whole).asking(proposed, candidates);
      return show(request, officer, whole.ok() ? 200 : 422, again);
    }
    NeedSaving saving =
        desk.files().create(new AwaitedId(id), read.person(), read.restricted(), officer.member());
    return answer(
        request, officer, saving, Shown.of(whole).asking(proposed, candidates), "needs.entered");
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @GetMapping("/desk/needs/{id}/edit")
  ResponseEntity<byte[]> edit(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedFile file = desk.editable(officer, id);
    desk.shown(officer, "desk.need", List.of(file.id().value()));
    Shown form = Shown.of(NeedForm.filled(file.person())).of(file, file.version());
    return show(request, officer, 200, form);
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @PostMapping("/desk/needs/{id}/edit")
  ResponseEntity<byte[]> save(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedFile file = desk.editable(officer, id);
    Typed typed = Typed.of(request);
    int version = typed.whole("version").orElse(-1);
    Shown form = Shown.of(typed).of(file, version);
    Optional<NeedForm.Entry> entry = NeedForm.read(typed);
    if (entry.isEmpty()) {
      return show(request, officer, 422, form);
    }
    NeedSaving saving =
        desk.files()
            .save(
                file.id(),
                version,
                entry.get().person(),
                entry.get().restricted(),
                officer.member());
    return answer(request, officer, saving, form, "needs.saved");
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request, Officer officer, NeedSaving saving, Shown form, String done) {
    return switch (saving) {
      case NeedSaving.Saved saved when saved.track().isSeenBy(officer.member()) ->
          DeskPages.see(NeedDesk.path(saved.id().value()), done);
      case NeedSaving.Saved _ -> DeskPages.see("/desk/needs", "needs.handed-over");
      case NeedSaving.Refused refused -> {
        NeedWords.show(form.typed(), refused.findings());
        yield show(request, officer, 422, form);
      }
      case NeedSaving.Stale stale -> {
        AwaitedFile now = stale.current();
        desk.shown(officer, "desk.need", List.of(now.id().value()));
        yield show(
            request,
            officer,
            412,
            form.of(now, now.version()).differing(differences(now, form.typed())));
      }
    };
  }

  private static List<NeedFormView.Difference> differences(AwaitedFile now, Typed typed) {
    Typed stored = NeedForm.filled(now.person());
    return stored.fields().stream()
        .filter(field -> !stored.text(field).equals(typed.text(field)))
        .map(field -> new NeedFormView.Difference(field, stored.text(field), typed.text(field)))
        .toList();
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Shown form) {
    if (!form.candidates().isEmpty()) {
      desk.shown(
          officer,
          "desk.need-candidates",
          form.candidates().stream().map(c -> c.file().id().value()).toList());
    }
    return pages.show(
        request,
        officer,
        status,
        "desk/needs/form",
        form.file().isPresent() ? "desk.needs.edit.title" : "desk.needs.new.title",
        frame ->
            new NeedFormView(
                frame,
                form.typed(),
                form.version(),
                form.proposed(),
                form.candidates(),
                form.differing(),
                form.file()));
  }
}

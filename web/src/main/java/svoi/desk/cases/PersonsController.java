package svoi.desk.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
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
import svoi.audit.AuditSink;
import svoi.cases.Duplicates;
import svoi.cases.Files;
import svoi.cases.Merges;
import svoi.cases.Person;
import svoi.cases.PersonId;
import svoi.cases.Saving;
import svoi.cases.StoredFile;
import svoi.desk.DeskPages;
import svoi.desk.NameFields;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.names.PersonName;
import svoi.reference.Reference;
import svoi.register.Access;
import svoi.staff.Right;

/// Entering and correcting files.
@Controller
final class PersonsController {
  private final DeskPages pages;
  private final Files files;
  private final Duplicates duplicates;
  private final Merges merges;
  private final Reached reach;
  private final Reference reference;
  private final AuditSink audit;
  private final PersonForm form;

  PersonsController(
      DeskPages pages,
      Files files,
      CaseLists lists,
      Merges merges,
      Reached reach,
      Reference reference,
      AuditSink audit) {
    this.pages = pages;
    this.files = files;
    this.duplicates = lists.duplicates();
    this.merges = merges;
    this.reach = reach;
    this.reference = reference;
    this.audit = audit;
    this.form = new PersonForm(reference);
  }

  @Needs(Right.EDIT_CASES)
  @GetMapping("/desk/persons/new")
  ResponseEntity<byte[]> blank(HttpServletRequest request, Officer officer) {
    return show(request, officer, 200, Form.of(PersonForm.empty()));
  }

  @Needs(Right.EDIT_CASES)
  @PostMapping("/desk/persons")
  ResponseEntity<byte[]> create(HttpServletRequest request, Officer officer) {
    Typed typed = Typed.of(request);
    @Nullable UUID id = typed.id("id").orElse(null);
    if (id == null) {
      return show(request, officer, 422, Form.of(typed.with(Map.of("id", fresh()))));
    }
    if (!typed.text("more").isEmpty()) {
      return show(request, officer, 200, Form.of(longer(typed)));
    }
    Map<String, String> proposed = NameFields.proposed(typed);
    Typed whole = typed.with(proposed);
    Optional<PersonForm.Entry> entry = form.read(whole);
    if (entry.isEmpty()) {
      return show(request, officer, 422, Form.of(whole).proposing(proposed));
    }
    PersonForm.show(whole, files.check(entry.get().person(), entry.get().proceedings()));
    List<Duplicates.Candidate> candidates = candidates(entry.get(), new PersonId(id), officer);
    boolean seen = typed.ticked("seen");
    if (!whole.ok() || !proposed.isEmpty() || (!candidates.isEmpty() && !seen)) {
      Form again = Form.of(whole).proposing(proposed).asking(candidates);
      return show(request, officer, whole.ok() ? 200 : 422, again);
    }
    Saving saving =
        files.create(
            new PersonId(id), entry.get().person(), entry.get().proceedings(), officer.member());
    return answer(request, officer, saving, Form.of(whole).asking(candidates), "cases.entered");
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  @Needs(Right.READ_CASES)
  @GetMapping("/desk/persons/{id}")
  ResponseEntity<byte[]> file(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    StoredFile file = reach.file(officer, id);
    if (!file.id().value().equals(id)) {
      return DeskPages.see("/desk/persons/" + file.id().value());
    }
    return file(request, officer, 200, file, Typed.empty());
  }

  @Needs(Right.MERGE_PERSONS)
  @PostMapping("/desk/persons/{id}/merges")
  ResponseEntity<byte[]> propose(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    StoredFile file = reach.file(officer, id);
    Typed typed = Typed.of(request);
    @Nullable UUID other = typed.id("other").orElse(null);
    if (other == null || !reach.of(officer.member(), new PersonId(other)).reaches(Access.FILE)) {
      throw new NotReached();
    }
    boolean keepsThis = !typed.text("keep").equals("other");
    PersonId kept = keepsThis ? file.id() : new PersonId(other);
    PersonId merged = keepsThis ? new PersonId(other) : file.id();
    merges
        .propose(kept, merged, typed.text("ground"), officer.member())
        .ifPresent(f -> PersonForm.show(typed, List.of(f)));
    return typed.ok()
        ? DeskPages.see("/desk/merges", "cases.proposed")
        : file(request, officer, 422, file, typed);
  }

  private ResponseEntity<byte[]> file(
      HttpServletRequest request, Officer officer, int status, StoredFile file, Typed typed) {
    List<Merges.Merge> history = merges.of(file.id());
    List<StoredFile> absorbed =
        history.stream()
            .filter(m -> m.kept().equals(file.id()) && m.outcome() == Merges.Outcome.CONFIRMED)
            .flatMap(m -> files.find(m.merged()).stream())
            .toList();
    List<Duplicates.Candidate> candidates =
        officer.may(Right.MERGE_PERSONS) ? candidates(entry(file), file.id(), officer) : List.of();
    List<UUID> ids = new ArrayList<>(List.of(file.id().value()));
    candidates.forEach(candidate -> ids.add(candidate.card().id().value()));
    audit.append(officer.member().actor(), "desk.person", ids, "");
    boolean mayEdit = reach.of(officer.member(), file.id()).reaches(Access.EDIT);
    return pages.show(
        request,
        officer,
        status,
        "desk/cases/person",
        "desk.cases.person.title",
        frame ->
            new PersonView(
                frame,
                officer,
                file,
                reference,
                mayEdit,
                candidates,
                history,
                absorbed,
                new PersonView.MergeForm(typed)));
  }

  private static PersonForm.Entry entry(StoredFile file) {
    return new PersonForm.Entry(
        file.person(),
        file.proceedings().stream()
            .map(
                p ->
                    new svoi.cases.ProceedingEntry(
                        p.id(), p.registerId(), p.pretrialNumber(), null, p.file()))
            .toList());
  }

  @Needs(Right.EDIT_CASES)
  @GetMapping("/desk/persons/{id}/edit")
  ResponseEntity<byte[]> edit(
      HttpServletRequest request,
      HttpServletResponse response,
      Officer officer,
      @PathVariable UUID id) {
    StoredFile file = reach.editable(officer, id);
    audit.append(officer.member().actor(), "desk.person", List.of(file.id().value()), "");
    Framed.allow(response);
    return show(request, officer, 200, Form.of(form.filled(file)).of(file, file.version()));
  }

  @Needs(Right.EDIT_CASES)
  @PostMapping("/desk/persons/{id}/edit")
  ResponseEntity<byte[]> save(
      HttpServletRequest request,
      HttpServletResponse response,
      Officer officer,
      @PathVariable UUID id) {
    StoredFile file = reach.editable(officer, id);
    Framed.allow(response);
    Typed typed = Typed.of(request);
    int version = typed.whole("version").orElse(-1);
    if (!typed.text("more").isEmpty()) {
      return show(request, officer, 200, Form.of(longer(typed)).of(file, version));
    }
    Optional<PersonForm.Entry> entry = form.read(typed);
    if (entry.isEmpty()) {
      return show(request, officer, 422, Form.of(typed).of(file, version));
    }
    Saving saving =
        files.save(
            file.id(), version, entry.get().person(), entry.get().proceedings(), officer.member());
    return answer(request, officer, saving, Form.of(typed).of(file, version), "cases.saved");
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request, Officer officer, Saving saving, Form shown, String done) {
    return switch (saving) {
      case Saving.Saved saved -> DeskPages.see("/desk/persons/" + saved.person().value(), done);
      case Saving.Refused refused -> {
        PersonForm.show(shown.typed(), refused.findings());
        yield show(request, officer, 422, shown);
      }
      case Saving.Stale stale -> {
        StoredFile now = stale.current();
        yield show(
            request,
            officer,
            412,
            shown.of(now, now.version()).differing(differences(now, shown.typed())));
      }
    };
  }

  private List<PersonFormView.Difference> differences(StoredFile now, Typed typed) {
    Typed stored = form.filled(now);
    List<String> fields = new ArrayList<>(stored.fields());
    typed.fields().stream().filter(field -> !fields.contains(field)).forEach(fields::add);
    return fields.stream()
        .filter(field -> !field.matches("version|.*\\.id|id|.*counts|proceedings|seen|more"))
        .filter(field -> !stored.text(field).equals(typed.text(field)))
        .map(
            field ->
                new PersonFormView.Difference(
                    field, PersonFormView.label(field), stored.text(field), typed.text(field)))
        .toList();
  }

  private List<Duplicates.Candidate> candidates(
      PersonForm.Entry entry, @Nullable PersonId self, Officer officer) {
    Person person = entry.person();
    PersonName name =
        new PersonName(
            person.familyUk(),
            person.givenUk(),
            person.patronymicUk(),
            person.familyRu(),
            person.givenRu(),
            person.patronymicRu());
    List<String> numbers = entry.proceedings().stream().map(p -> p.file().caseNumber()).toList();
    return duplicates.of(name, person.bornOn(), numbers, self, reach.files(officer.member()));
  }

  /// One more proceeding, or one more row of counts.
  private static Typed longer(Typed typed) {
    String what = typed.text("more");
    FormShape shape = PersonForm.shape(typed);
    if (what.equals("proceeding")) {
      int wanted = Math.min(shape.proceedings() + 1, PersonForm.MOST_PROCEEDINGS);
      return typed.with(Map.of("proceedings", Integer.toString(wanted)));
    }
    int of = what.matches("p[0-5]") ? what.charAt(1) - '0' : 0;
    int rows = of < shape.proceedings() ? shape.counts().get(of) + 1 : 1;
    return typed.with(
        Map.of("p" + of + ".counts", Integer.toString(Math.min(rows, PersonForm.MOST_COUNTS))));
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Form shown) {
    Typed typed = shown.typed();
    return pages.show(
        request,
        officer,
        status,
        "desk/cases/form",
        shown.file().isPresent() ? "desk.cases.edit.title" : "desk.cases.new.title",
        frame ->
            new PersonFormView(
                frame,
                typed,
                shown
                    .file()
                    .map(f -> "/desk/persons/" + f.id().value() + "/edit")
                    .orElse("/desk/persons"),
                shown.version(),
                PersonForm.shape(typed),
                reference.regions(),
                reference.articles().stream().filter(a -> a.until().isEmpty()).toList(),
                shown.proposed(),
                shown.candidates(),
                shown.differences(),
                shown.file(),
                verdict(officer, shown)));
  }

  /// The newest verdict file, for those who may open it without being asked for a passkey first.
  private static Optional<String> verdict(Officer officer, Form shown) {
    if (!officer.may(Right.READ_RESTRICTED) || !officer.confirmed()) {
      return Optional.empty();
    }
    return shown
        .file()
        .flatMap(
            file ->
                file.proceedings().stream()
                    .filter(p -> p.verdictFile().isPresent())
                    .reduce((earlier, later) -> later)
                    .map(p -> VerdictController.path(file.id(), p.id())));
  }
}

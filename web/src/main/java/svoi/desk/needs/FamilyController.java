package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.Families;
import svoi.exchange.needs.FamilyContact;
import svoi.exchange.needs.NameGate;
import svoi.staff.Right;

/// Relatives of one person: contacts under keys of their own, and talks.
@Controller
final class FamilyController {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
  private static final Set<String> LANGUAGES = Set.of("uk", "ru", "en", "crh");
  private static final Set<String> SUBJECTS = Set.of("status", "return", "death");
  private static final int LONGEST = 200;

  private final DeskPages pages;
  private final NeedDesk desk;
  private final Families families;
  private final NameGate gate;

  FamilyController(DeskPages pages, NeedDesk desk, Families families, NameGate gate) {
    this.pages = pages;
    this.desk = desk;
    this.families = families;
    this.gate = gate;
  }

  @Needs(value = Right.CONTACT_FAMILIES, stepUp = true)
  @GetMapping("/desk/needs/{id}/family")
  ResponseEntity<byte[]> family(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedFile file = desk.file(officer, id);
    Optional<UUID> wanted = Typed.of(request).id("edit");
    List<Families.Stored> contacts = families.contacts(file, officer.member());
    Optional<Families.Stored> editing =
        contacts.stream().filter(c -> wanted.filter(c.id()::equals).isPresent()).findFirst();
    Typed typed =
        editing
            .map(c -> filled(c).with(Map.of("version", "" + c.version())))
            .orElseGet(
                () ->
                    Typed.filled(Map.of("fresh", UUID.randomUUID().toString(), "language", "uk")));
    return show(request, officer, 200, file, contacts, editing.map(Families.Stored::id), typed);
  }

  private static Typed filled(Families.Stored stored) {
    FamilyContact contact = stored.contact();
    Map<String, String> known = new LinkedHashMap<>();
    known.put("contact", stored.id().toString());
    known.put("name", contact.name());
    known.put("kinship", contact.kinship());
    known.put("reach", contact.reach());
    known.put("word", contact.word());
    known.put("means", contact.means().code());
    known.put("language", contact.language());
    known.put("hoursFrom", time(contact.from()));
    known.put("hoursTo", time(contact.to()));
    return Typed.filled(known);
  }

  private static String time(@Nullable LocalTime time) {
    return time == null ? "" : TIME.format(time);
  }

  @Needs(value = Right.CONTACT_FAMILIES, stepUp = true)
  @PostMapping("/desk/needs/{id}/family")
  ResponseEntity<byte[]> save(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedFile file = desk.file(officer, id);
    Typed typed = Typed.of(request);
    Optional<UUID> editing = typed.id("contact");
    Optional<UUID> fresh = typed.id("fresh");
    Optional<FamilyContact> contact = read(typed);
    if (contact.isEmpty() || (editing.isEmpty() && fresh.isEmpty())) {
      return again(request, officer, 422, file, editing, typed);
    }
    Families.Outcome outcome =
        editing.isPresent()
            ? families.save(
                file,
                editing.get(),
                typed.whole("version").orElse(-1),
                contact.get(),
                officer.member())
            : families.add(file, fresh.orElseThrow(), contact.get(), officer.member());
    return switch (outcome) {
      case Families.Outcome.Saved _ -> DeskPages.see(path(file), "needs.contact-saved");
      case Families.Outcome.Refused refused -> {
        NeedWords.show(typed, List.of(refused.finding()));
        yield again(request, officer, 422, file, editing, typed);
      }
      case Families.Outcome.Stale stale -> {
        Typed fresher = typed.with(Map.of("version", "" + stale.current().version()));
        fresher.wrong("", "desk.needs.wrong.stale-contact");
        yield again(request, officer, 412, file, editing, fresher);
      }
    };
  }

  private static String path(AwaitedFile file) {
    return NeedDesk.path(file.id().value()) + "/family";
  }

  private static Optional<FamilyContact> read(Typed typed) {
    for (String field : List.of("name", "reach")) {
      typed.needed(field);
    }
    for (String field : List.of("name", "kinship", "reach", "word")) {
      if (typed.text(field).length() > LONGEST) {
        typed.wrong(field, "desk.needs.wrong.long");
      }
    }
    Optional<FamilyContact.Means> means = FamilyContact.Means.of(typed.text("means"));
    if (means.isEmpty()) {
      typed.wrong("means", "desk.shell.wrong.missing");
    }
    if (!LANGUAGES.contains(typed.text("language"))) {
      typed.wrong("language", "desk.shell.wrong.missing");
    }
    Optional<LocalTime> from = time(typed, "hoursFrom");
    Optional<LocalTime> to = time(typed, "hoursTo");
    if (!typed.ok() || means.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FamilyContact(
            typed.text("name"),
            typed.text("kinship"),
            typed.text("reach"),
            typed.text("word"),
            means.get(),
            typed.text("language"),
            from.orElse(null),
            to.orElse(null)));
  }

  private static Optional<LocalTime> time(Typed typed, String field) {
    String text = typed.text(field);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(text, TIME));
    } catch (DateTimeParseException e) {
      typed.wrong(field, "desk.needs.wrong.time");
      return Optional.empty();
    }
  }

  @Needs(value = Right.CONTACT_FAMILIES, stepUp = true)
  @PostMapping("/desk/needs/{id}/family/{contact}/delete")
  ResponseEntity<byte[]> delete(
      Officer officer, @PathVariable UUID id, @PathVariable UUID contact) {
    AwaitedFile file = desk.file(officer, id);
    if (!families.delete(file, contact, officer.member())) {
      throw new NotReached();
    }
    return DeskPages.see(path(file), "needs.contact-deleted");
  }

  @Needs(Right.CONTACT_FAMILIES)
  @PostMapping("/desk/needs/{id}/talks")
  ResponseEntity<byte[]> talk(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedFile file = desk.file(officer, id);
    Typed typed = Typed.of(request);
    UUID contact = typed.id("contact").orElseThrow(NotReached::new);
    String about = typed.text("about");
    String result = typed.text("result");
    if (!SUBJECTS.contains(about) || !result.matches("(not-)?reached")) {
      throw new NotReached();
    }
    Optional<Finding> refused =
        families.talk(file, contact, about, result.equals("reached"), officer.member());
    if (refused.isPresent()) {
      throw new NotReached();
    }
    return DeskPages.see(path(file), "needs.talked");
  }

  private ResponseEntity<byte[]> again(
      HttpServletRequest request,
      Officer officer,
      int status,
      AwaitedFile file,
      Optional<UUID> editing,
      Typed typed) {
    List<Families.Stored> contacts = families.contacts(file, officer.member());
    return show(request, officer, status, file, contacts, editing, typed);
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request,
      Officer officer,
      int status,
      AwaitedFile file,
      List<Families.Stored> contacts,
      Optional<UUID> editing,
      Typed typed) {
    Optional<Families.Stored> stale =
        status == 412
            ? contacts.stream().filter(c -> editing.filter(c.id()::equals).isPresent()).findFirst()
            : Optional.empty();
    return pages.show(
        request,
        officer,
        status,
        "desk/needs/family",
        "desk.needs.family.title",
        frame ->
            new FamilyView(
                frame,
                file,
                contacts,
                families.talks(file, officer.member()),
                gate.of(file),
                editing,
                stale,
                typed));
  }
}

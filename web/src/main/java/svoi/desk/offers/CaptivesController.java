package svoi.desk.offers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.NameFields;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Refusals;
import svoi.desk.Typed;
import svoi.exchange.OfferedId;
import svoi.exchange.OfferedKind;
import svoi.exchange.offers.Captive;
import svoi.exchange.offers.Captives;
import svoi.exchange.offers.Noted;
import svoi.exchange.offers.OfferNames;
import svoi.names.Latin;
import svoi.names.PersonName;
import svoi.staff.Right;

/// Entering Russian prisoners of war and undercover officers, and correcting them.
@Controller
final class CaptivesController {
  private static final List<String> NEEDED =
      List.of("kind", "legalStatus", "familyUk", "givenUk", "familyRu", "givenRu");

  private final DeskPages pages;
  private final Captives captives;
  private final OfferNames names;
  private final Clock clock;

  CaptivesController(DeskPages pages, Captives captives, OfferNames names, Clock clock) {
    this.pages = pages;
    this.captives = captives;
    this.names = names;
    this.clock = clock;
  }

  /// What the form shows besides what was typed.
  private record Form(
      Typed typed,
      Optional<UUID> id,
      List<String> proposed,
      Optional<UUID> twin,
      List<CaptiveFormView.Difference> stored) {
    static Form of(Typed typed, Optional<UUID> id) {
      return new Form(typed, id, List.of(), Optional.empty(), List.of());
    }
  }

  @Needs(Right.EDIT_OFFERS)
  @GetMapping("/desk/offers/captives/new")
  ResponseEntity<byte[]> blank(HttpServletRequest request, Officer officer) {
    Typed typed =
        Typed.filled(
            Map.of(
                "id", UUID.randomUUID().toString(),
                "kind", OfferedKind.RUSSIAN_POW.code(),
                "legalStatus", "prisoner-of-war"));
    return show(request, officer, 200, Form.of(typed, Optional.empty()));
  }

  @Needs(Right.EDIT_OFFERS)
  @PostMapping("/desk/offers/captives")
  ResponseEntity<byte[]> enter(HttpServletRequest request, Officer officer) {
    Typed sent = Typed.of(request);
    Optional<UUID> id = sent.id("id");
    if (id.isEmpty()) {
      Typed typed = sent.with(Map.of("id", UUID.randomUUID().toString()));
      typed.wrong("", "desk.shell.problem.refused.text");
      return show(request, officer, 422, Form.of(typed, Optional.empty()));
    }
    Map<String, String> proposed = proposed(sent);
    Typed typed = sent.with(proposed);
    Optional<Captive> captive = read(typed);
    if (captive.isEmpty()) {
      return show(request, officer, 422, asking(typed, Optional.empty(), proposed));
    }
    Refusals.show(typed, officer.messages(), Captives.check(captive.get(), today()), this::field);
    Optional<UUID> twin =
        names.twin(captive.get().name(), captive.get().bornOn()).map(known -> known.id().value());
    boolean seen = typed.ticked("seen") || twin.isEmpty() || twin.equals(id);
    if (!typed.ok() || !proposed.isEmpty() || !seen) {
      Form form =
          new Form(typed, Optional.empty(), List.copyOf(proposed.keySet()), twin, List.of());
      return show(request, officer, typed.ok() ? 200 : 422, form);
    }
    Noted noted = captives.enter(new OfferedId(id.get()), captive.get(), today(), officer.member());
    return answer(request, officer, Form.of(typed, Optional.empty()), noted);
  }

  private static Form asking(Typed typed, Optional<UUID> id, Map<String, String> proposed) {
    return new Form(typed, id, List.copyOf(proposed.keySet()), Optional.empty(), List.of());
  }

  @Needs(Right.EDIT_OFFERS)
  @GetMapping("/desk/offers/{id}/captive")
  ResponseEntity<byte[]> form(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return show(request, officer, 200, Form.of(filled(stored(id, officer)), Optional.of(id)));
  }

  private Captives.Stored stored(UUID id, Officer officer) {
    return captives.find(new OfferedId(id), officer.member()).orElseThrow(NotReached::new);
  }

  @Needs(Right.EDIT_OFFERS)
  @PostMapping("/desk/offers/{id}/captive")
  ResponseEntity<byte[]> save(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Captives.Stored known = stored(id, officer);
    Typed sent = Typed.of(request);
    Typed typed = sent.with(Map.of("kind", known.captive().kind().code()));
    int version = typed.whole("version").orElse(-1);
    Optional<Captive> captive = read(typed);
    if (captive.isEmpty()) {
      return show(request, officer, 422, Form.of(typed, Optional.of(id)));
    }
    Noted noted =
        captives.save(new OfferedId(id), version, captive.get(), today(), officer.member());
    return answer(request, officer, Form.of(typed, Optional.of(id)), noted);
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request, Officer officer, Form form, Noted noted) {
    return switch (noted) {
      case Noted.Done done ->
          DeskPages.see(
              "/desk/offers/" + done.id(),
              form.id().isPresent() ? "offers.captive-saved" : "offers.captive-entered");
      case Noted.Refused refused -> {
        Refusals.show(form.typed(), officer.messages(), refused.findings(), this::field);
        yield show(request, officer, 422, form);
      }
      case Noted.Stale() -> {
        UUID id = form.id().orElseThrow(NotReached::new);
        Captives.Stored now = stored(id, officer);
        Typed theirs = filled(now);
        Typed mine = form.typed().with(Map.of("version", "" + now.version()));
        Form both =
            new Form(mine, form.id(), List.of(), Optional.empty(), differences(theirs, mine));
        yield show(request, officer, 412, both);
      }
    };
  }

  private static List<CaptiveFormView.Difference> differences(Typed stored, Typed typed) {
    return stored.fields().stream()
        .filter(field -> !field.equals("version"))
        .filter(field -> !stored.text(field).equals(typed.text(field)))
        .map(f -> new CaptiveFormView.Difference(f, stored.text(f), typed.text(f)))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  /// The form calls the birth date as the form of a file does.
  private String field(String field) {
    return field.equals("bornOn") ? "born" : field;
  }

  private static Map<String, String> proposed(Typed typed) {
    Map<String, String> proposed = new LinkedHashMap<>(NameFields.proposed(typed));
    latin(typed, proposed, "familyUk", "familyLatin");
    latin(typed, proposed, "givenUk", "givenLatin");
    return proposed;
  }

  private static void latin(Typed typed, Map<String, String> proposed, String from, String field) {
    String name = Objects.requireNonNullElse(proposed.get(from), typed.text(from));
    if (typed.text(field).isEmpty() && !name.isEmpty()) {
      proposed.put(field, Latin.of(name));
    }
  }

  private static Optional<Captive> read(Typed typed) {
    NEEDED.forEach(typed::needed);
    typed.needed("born");
    typed.needed("heldSince");
    Optional<LocalDate> born = typed.date("born");
    Optional<LocalDate> since = typed.date("heldSince");
    Optional<LocalDate> until = typed.date("heldUntil");
    Optional<LocalDate> died = typed.date("diedOn");
    Optional<OfferedKind> kind = OfferedKind.of(typed.text("kind"));
    if (!typed.ok() || born.isEmpty() || since.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    PersonName name =
        new PersonName(
            NameFields.name(typed, "familyUk"),
            NameFields.name(typed, "givenUk"),
            NameFields.nameOrNull(typed, "patronymicUk"),
            NameFields.name(typed, "familyRu"),
            NameFields.name(typed, "givenRu"),
            NameFields.nameOrNull(typed, "patronymicRu"));
    return Optional.of(
        new Captive(
            kind.get(),
            typed.text("legalStatus"),
            typed.text("sex"),
            name,
            NameFields.name(typed, "familyLatin"),
            NameFields.name(typed, "givenLatin"),
            born.get(),
            since.get(),
            until.orElse(null),
            died.orElse(null),
            typed.text("service")));
  }

  private static Typed filled(Captives.Stored stored) {
    Captive captive = stored.captive();
    Map<String, String> known = new LinkedHashMap<>();
    known.put("version", "" + stored.version());
    known.put("legalStatus", captive.legalStatus());
    known.put("sex", captive.sex());
    known.put("familyUk", captive.name().familyUk());
    known.put("givenUk", captive.name().givenUk());
    known.put("patronymicUk", Objects.requireNonNullElse(captive.name().patronymicUk(), ""));
    known.put("familyRu", captive.name().familyRu());
    known.put("givenRu", captive.name().givenRu());
    known.put("patronymicRu", Objects.requireNonNullElse(captive.name().patronymicRu(), ""));
    known.put("familyLatin", captive.familyLatin());
    known.put("givenLatin", captive.givenLatin());
    known.put("born", Typed.day(captive.bornOn()));
    known.put("heldSince", Typed.day(captive.heldSince()));
    known.put("heldUntil", day(captive.heldUntil()));
    known.put("diedOn", day(captive.diedOn()));
    known.put("service", captive.service());
    return Typed.filled(known);
  }

  private static String day(@Nullable LocalDate date) {
    return date == null ? "" : Typed.day(date);
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Form form) {
    return pages.show(
        request,
        officer,
        status,
        "desk/offers/captive",
        form.id().isPresent() ? "desk.offers.captive.edit" : "desk.offers.captive.new",
        frame ->
            new CaptiveFormView(
                frame, form.typed(), form.id(), form.proposed(), form.twin(), form.stored()));
  }
}

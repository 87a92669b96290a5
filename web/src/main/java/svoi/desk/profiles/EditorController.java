package svoi.desk.profiles;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.platform.Kyiv;
import svoi.platform.Language;
import svoi.register.Access;
import svoi.register.Drafts;
import svoi.register.HandedIn;
import svoi.register.Manuscript;
import svoi.register.PlotMark;
import svoi.register.Reviews;
import svoi.register.Saved;
import svoi.register.TextCheck;
import svoi.staff.Right;

/// Writing a profile in three languages side by side, and handing it in.
@Controller
final class EditorController {
  private static final int SHORTEST = 40;
  private static final int LONGEST = 6_000;
  private static final int SHORTEST_REASON = 10;
  private static final int LONGEST_REASON = 500;
  private static final String ADDRESS = "/desk/persons/{id}/profile";

  private final DeskPages pages;
  private final Subjects subjects;
  private final Drafts drafts;
  private final Reviews reviews;
  private final WhyPanel why;

  EditorController(
      DeskPages pages, Subjects subjects, Drafts drafts, Reviews reviews, WhyPanel why) {
    this.pages = pages;
    this.subjects = subjects;
    this.drafts = drafts;
    this.reviews = reviews;
    this.why = why;
  }

  @Needs(Right.WRITE_PROFILES)
  @GetMapping(ADDRESS)
  ResponseEntity<byte[]> editor(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Subject subject = subject(officer, id);
    return show(request, officer, 200, subject, filled(kept(subject)), false);
  }

  /// Saves, keeps the reasons given for marks and, if asked, hands in.
  @Needs(Right.WRITE_PROFILES)
  @PostMapping(ADDRESS)
  ResponseEntity<byte[]> save(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Subject subject = subject(officer, id);
    kept(subject);
    Typed typed = Typed.of(request);
    Map<Language, String> texts = texts(typed);
    int version = typed.whole("version").orElse(0);
    if (!typed.ok()) {
      return show(request, officer, 422, subject, typed, false);
    }
    Saved saved = drafts.save(subject.person(), version, texts, officer.member());
    return switch (saved) {
      case Saved.Stale stale -> show(request, officer, 412, subject, typed, true);
      case Saved.Kept kept -> kept(request, officer, subject, typed, kept.manuscript());
    };
  }

  private ResponseEntity<byte[]> kept(
      HttpServletRequest request,
      Officer officer,
      Subject subject,
      Typed typed,
      Manuscript manuscript) {
    reasons(officer, subject, typed, manuscript);
    if (!typed.ok()) {
      return show(request, officer, 422, subject, typed, false);
    }
    if (!typed.text("do").equals("hand-in")) {
      return DeskPages.see(subject.to("/profile"), "profiles.saved");
    }
    HandedIn handedIn = drafts.handIn(subject.person(), officer.member());
    return switch (handedIn) {
      case HandedIn.Accepted accepted ->
          DeskPages.see(subject.to("/profile"), "profiles.handed-in");
      case HandedIn.Marked marked -> {
        typed.wrong("", "publication.marks_open", "desk.rule.publication.marks_open", NONE);
        yield show(request, officer, 422, subject, typed, false);
      }
      case HandedIn.Refused refused -> {
        String code = refused.codes().getFirst();
        typed.wrong("", code, "desk.rule." + code, NONE);
        yield show(request, officer, 409, subject, typed, false);
      }
    };
  }

  private static final Object[] NONE = {};

  /// Keeps what was typed as a reason for a mark that is open and may have one.
  private void reasons(Officer officer, Subject subject, Typed typed, Manuscript manuscript) {
    for (PlotMark mark : drafts.marks(subject.person(), manuscript.texts())) {
      String field = MarkView.field(mark);
      String reason = TextCheck.tidy(typed.text(field));
      if (!mark.open() || !mark.mark().clearable() || reason.isEmpty()) {
        continue;
      }
      if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
        typed.wrong(field, "desk.rule.r18-clearance-gives-a-reason");
      } else {
        drafts.clear(subject.person(), mark.language(), mark.mark(), reason, officer.member());
      }
    }
  }

  /// The schedule, and the proceeding that the profile tells of.
  @Needs(Right.WRITE_PROFILES)
  @PostMapping(ADDRESS + "/schedule")
  ResponseEntity<byte[]> schedule(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Subject subject = subject(officer, id);
    Manuscript manuscript = kept(subject);
    Typed typed = Typed.of(request);
    Optional<Instant> moment = moment(typed);
    if (!typed.ok()) {
      Typed whole = filled(manuscript, Map.of("not-before", typed.text("not-before")));
      typed.faults().forEach((field, fault) -> whole.wrong(field, fault.key()));
      return show(request, officer, 422, subject, whole, false);
    }
    drafts.schedule(subject.person(), moment, officer.member());
    drafts.proceedings(subject.person()).stream()
        .filter(known -> known.id().toString().equals(typed.text("proceeding")))
        .findFirst()
        .ifPresent(known -> drafts.tellOf(subject.person(), known.id(), officer.member()));
    return DeskPages.see(subject.to("/profile"), "profiles.scheduled");
  }

  private static Optional<Instant> moment(Typed typed) {
    String text = typed.text("not-before");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local = LocalDateTime.parse(text.replace(' ', 'T'));
      return Optional.of(local.atZone(Kyiv.ZONE).toInstant());
    } catch (DateTimeParseException e) {
      typed.wrong("not-before", "desk.profiles.wrong.moment");
      return Optional.empty();
    }
  }

  private static Map<Language, String> texts(Typed typed) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String text = TextCheck.tidy(typed.raw(language.code()));
      if (!text.isEmpty() && (text.length() < SHORTEST || text.length() > LONGEST)) {
        typed.wrong(language.code(), "desk.rule.profile-text-length");
      }
      texts.put(language, text);
    }
    return texts;
  }

  private Subject subject(Officer officer, UUID id) {
    return subjects.reached(officer, id, Access.EDIT, "desk.profile");
  }

  private Manuscript kept(Subject subject) {
    return drafts.find(subject.person()).orElseThrow(NotReached::new);
  }

  private static Typed filled(Manuscript manuscript) {
    return filled(manuscript, Map.of());
  }

  private static Typed filled(Manuscript manuscript, Map<String, String> more) {
    Map<String, String> known = new LinkedHashMap<>(more);
    manuscript.texts().forEach((language, text) -> known.put(language.code(), text));
    known.putIfAbsent(
        "not-before",
        manuscript
            .notBefore()
            .map(m -> m.atZone(Kyiv.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES))
            .map(LocalDateTime::toString)
            .orElse(""));
    return Typed.filled(known);
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request,
      Officer officer,
      int status,
      Subject subject,
      Typed typed,
      boolean stale) {
    Manuscript manuscript = kept(subject);
    List<PlotMark> marks = drafts.marks(subject.person(), shown(typed, manuscript));
    return pages.show(
        request,
        officer,
        status,
        "desk/profiles/editor",
        "desk.profiles.editor",
        frame ->
            new EditorView(
                frame,
                subject,
                manuscript,
                typed,
                stale,
                Stream.of(Language.UK, Language.RU, Language.EN)
                    .map(language -> plot(language, typed, manuscript, marks, stale))
                    .toList(),
                drafts.proceedings(subject.person()),
                filled(manuscript).text("not-before"),
                why.of(subject.person()),
                reviews.history(subject.person()).stream()
                    .filter(step -> step.text().isPresent())
                    .toList()));
  }

  /// The texts as they stand in the form.
  private static Map<Language, String> shown(Typed typed, Manuscript manuscript) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String code = language.code();
      texts.put(
          language,
          typed.fields().contains(code)
              ? TextCheck.tidy(typed.raw(code))
              : manuscript.texts().getOrDefault(language, ""));
    }
    return texts;
  }

  private static EditorView.Plot plot(
      Language language, Typed typed, Manuscript manuscript, List<PlotMark> marks, boolean stale) {
    String kept = manuscript.texts().getOrDefault(language, "");
    String text = shown(typed, manuscript).getOrDefault(language, "");
    return new EditorView.Plot(
        language.code(),
        TextCheck.words(text),
        marks.stream().filter(m -> m.language() == language).map(MarkView::of).toList(),
        stale && !kept.equals(text) ? Optional.of(kept) : Optional.empty());
  }
}

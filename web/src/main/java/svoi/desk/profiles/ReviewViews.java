package svoi.desk.profiles;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.media.Studio;
import svoi.platform.Language;
import svoi.reference.Reference;
import svoi.register.Content;
import svoi.register.Difference;
import svoi.register.Drafts;
import svoi.register.Manuscript;
import svoi.register.Reviews;
import svoi.staff.Right;
import svoi.web.Messages;

/// Makes the page of a review.
final class ReviewViews {
  private final Drafts drafts;
  private final Reviews reviews;
  private final Studio studio;
  private final Reference reference;
  private final WhyPanel why;

  ReviewViews(Drafts drafts, Reviews reviews, Studio studio, Reference reference, WhyPanel why) {
    this.drafts = drafts;
    this.reviews = reviews;
    this.studio = studio;
    this.reference = reference;
    this.why = why;
  }

  ReviewView view(Frame frame, Officer officer, Subject subject, Typed typed) {
    Optional<Reviews.Sheet> sheet = reviews.sheet(subject.person());
    Map<String, String> facts = new LinkedHashMap<>();
    Map<String, String> plots = new LinkedHashMap<>();
    sheet.ifPresent(s -> split(s.present(), officer.messages(), facts, plots));
    return new ReviewView(
        frame,
        subject,
        sheet,
        typed,
        facts,
        plots,
        sheet
            .flatMap(s -> s.before().map(old -> Difference.between(old, s.present())))
            .orElse(List.of()),
        cleared(subject, plots),
        media(subject),
        reviews.history(subject.person()),
        why.of(subject.person()),
        officer.may(Right.REVIEW_PROFILES));
  }

  private void split(
      Content content, Messages t, Map<String, String> facts, Map<String, String> plots) {
    content
        .fields()
        .forEach(
            (name, value) -> {
              if (name.startsWith("plot-")) {
                plots.put(name.substring("plot-".length()), value);
              } else if (!name.equals("photo") && !name.equals("video")) {
                facts.put(name, words(name, value, t));
              }
            });
  }

  private String words(String name, String value, Messages t) {
    return switch (name) {
      case "region" -> reference.region(value).in(t.language()).name();
      case "sex", "life", "confiscation" -> t.get("desk.profiles.value." + name + "." + value);
      default -> value;
    };
  }

  private List<MarkView> cleared(Subject subject, Map<String, String> plots) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    plots.forEach((code, text) -> Language.of(code).ifPresent(l -> texts.put(l, text)));
    return drafts.marks(subject.person(), texts).stream()
        .map(MarkView::of)
        .filter(mark -> !mark.open())
        .toList();
  }

  private List<Studio.Asset> media(Subject subject) {
    Optional<Manuscript> manuscript = drafts.find(subject.person());
    List<Studio.Asset> shown = new ArrayList<>();
    if (manuscript.isPresent()) {
      studio.of(subject.person()).stream()
          .filter(
              asset ->
                  manuscript.get().photo().equals(Optional.of(asset.id()))
                      || manuscript.get().video().equals(Optional.of(asset.id())))
          .forEach(shown::add);
    }
    return shown;
  }
}

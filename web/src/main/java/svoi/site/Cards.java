package svoi.site;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import svoi.platform.Language;
import svoi.reference.Reference;
import svoi.register.Charge;
import svoi.register.Profile;
import svoi.web.Messages;

/// Makes profiles into cards of a list.
final class Cards {
  private final Reference reference;
  private final Days days;

  Cards(Reference reference, Days days) {
    this.reference = reference;
    this.days = days;
  }

  List<CardView> of(List<Profile> profiles, Messages t) {
    return profiles.stream().map(profile -> card(profile, t)).toList();
  }

  private CardView card(Profile profile, Messages t) {
    Language language = t.language();
    return new CardView(
        "/" + language.code() + "/profiles/" + profile.id(),
        profile.names().full(language),
        language == Language.UK ? null : profile.names().full(Language.UK),
        reference.region(profile.region()).in(language).name(),
        convicted(profile, t),
        profile.photo().flatMap(PictureView::of).orElse(null),
        Silhouette.of(profile),
        tags(profile, t));
  }

  static String convicted(Profile profile, Messages t) {
    String charges =
        profile.charges().stream()
            .map(charge -> charge(charge, t))
            .collect(Collectors.joining("; "));
    return t.get("site.card.convicted", "sex", profile.sex(), "charges", charges);
  }

  private static String charge(Charge charge, Messages t) {
    Integer part = charge.part();
    return part == null
        ? t.get("site.card.article", "article", charge.article())
        : t.get("site.card.part", "article", charge.article(), "part", part);
  }

  private List<Tag> tags(Profile profile, Messages t) {
    List<Tag> tags = new ArrayList<>();
    if (profile.leftOn().isPresent()) {
      tags.add(new Tag("left", t.get("site.card.left", "sex", profile.sex())));
    } else {
      tags.add(new Tag("yes", t.get("site.card.consent")));
      long waiting = waiting(profile, days.today());
      tags.add(new Tag("plain", t.get("site.card.waiting", "n", waiting)));
    }
    if (profile.video().isPresent()) {
      tags.add(new Tag("film", t.get("site.card.video")));
    }
    return tags;
  }

  /// Days since the first consent of the unbroken chain, to the day of leaving if there was one.
  static long waiting(Profile profile, LocalDate today) {
    LocalDate end = profile.leftOn().orElse(today);
    return Math.max(0, ChronoUnit.DAYS.between(profile.exchange().since(), end));
  }
}

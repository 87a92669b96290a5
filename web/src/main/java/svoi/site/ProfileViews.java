package svoi.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import svoi.platform.Language;
import svoi.reference.Reference;
import svoi.reference.Region;
import svoi.register.Charge;
import svoi.register.ExchangeConsent;
import svoi.register.Profile;
import svoi.register.Sentence;
import svoi.web.Formats;
import svoi.web.Layout;
import svoi.web.Layouts;
import svoi.web.Messages;
import svoi.web.Place;

/// Makes a visible profile into its page.
final class ProfileViews {
  /// How many days a person who left stays visible without a consent of its own (R30).
  private static final int AFTER_DEPARTURE = 7;

  private final Layouts layouts;
  private final Reference reference;
  private final Days days;
  private final Videos videos;

  ProfileViews(Layouts layouts, Reference reference, Days days, Videos videos) {
    this.layouts = layouts;
    this.reference = reference;
    this.days = days;
    this.videos = videos;
  }

  ProfileView view(Profile profile, Messages t) {
    Language language = t.language();
    Region region = reference.region(profile.region());
    String regionHref = "/" + language.code() + "/regions/" + region.slug();
    return new ProfileView(
        layout(profile, t),
        profile.names().full(language),
        spellings(profile, language),
        new RegisterView.Step(regionHref, region.in(language).name()),
        t.get("site.profile.status", "sex", profile.sex()),
        tags(profile, t),
        profile.leftOn().map(day -> left(profile, day, t)),
        profile.photo().flatMap(PictureView::of),
        Silhouette.of(profile),
        facts(profile, region, regionHref, t),
        consent(profile, t),
        paragraphs(profile.texts().getOrDefault(language, "")),
        profile.video().flatMap(asset -> videos.view(asset, t)),
        CasePath.of(profile, t),
        "/api/v1/profiles/" + profile.id(),
        profile.sex().name());
  }

  private Layout layout(Profile profile, Messages t) {
    String name = profile.names().full(t.language());
    return layouts
        .page(
            t.language(),
            "/profiles/" + profile.id(),
            name,
            t.get("site.profile.description", "convicted", Cards.convicted(profile, t)))
        .at(Place.REGISTER)
        .indexed(profile.indexable());
  }

  private static List<ProfileView.Spelling> spellings(Profile profile, Language shown) {
    return Stream.of(Language.values())
        .filter(language -> language != shown)
        .map(language -> new ProfileView.Spelling(language.code(), profile.names().full(language)))
        .toList();
  }

  private static List<Tag> tags(Profile profile, Messages t) {
    Tag tag =
        profile.leftOn().isPresent()
            ? new Tag("left", t.get("site.card.left", "sex", profile.sex()))
            : new Tag("yes", t.get("site.card.consent"));
    return profile.video().isPresent()
        ? List.of(tag, new Tag("film", t.get("site.card.video")))
        : List.of(tag);
  }

  private String left(Profile profile, LocalDate day, Messages t) {
    boolean kept = !days.today().isBefore(day.plusDays(AFTER_DEPARTURE));
    return t.get(
        kept ? "site.profile.left.kept" : "site.profile.left.week",
        "sex",
        profile.sex(),
        "date",
        Formats.date(day, t.language()));
  }

  private List<ProfileView.Fact> facts(
      Profile profile, Region region, String regionHref, Messages t) {
    List<ProfileView.Fact> facts = new ArrayList<>();
    profile
        .birthYear()
        .ifPresent(year -> add(facts, t.get("site.profile.birth-year"), Integer.toString(year)));
    facts.add(
        new ProfileView.Fact(
            t.get("site.profile.region"), region.in(t.language()).name(), regionHref, null));
    for (Charge charge : profile.charges()) {
      facts.add(charge(charge, t));
    }
    add(facts, t.get("site.profile.sentence"), sentence(profile.sentence(), t));
    add(facts, t.get("site.profile.in-force"), Formats.day(profile.inForceFrom(), t.language()));
    profile.caseNumber().ifPresent(number -> add(facts, t.get("site.profile.case-number"), number));
    LocalDate updated = Formats.dayOf(profile.updatedAt());
    add(facts, t.get("site.profile.updated"), Formats.day(updated, t.language()));
    return facts;
  }

  private static void add(List<ProfileView.Fact> facts, String label, String text) {
    facts.add(new ProfileView.Fact(label, text, null, null));
  }

  private ProfileView.Fact charge(Charge charge, Messages t) {
    String title = reference.article(charge.article(), charge.from()).title(t.language());
    Integer part = charge.part();
    String text =
        part == null
            ? t.get("site.profile.charge.whole", "article", charge.article())
            : t.get("site.profile.charge.part", "article", charge.article(), "part", part);
    return new ProfileView.Fact(t.get("site.profile.article"), text, null, title);
  }

  private static String sentence(Sentence sentence, Messages t) {
    String key =
        sentence.life()
            ? "site.profile.sentence.life"
            : sentence.months() == 0
                ? "site.profile.sentence.years"
                : sentence.years() == 0
                    ? "site.profile.sentence.months"
                    : "site.profile.sentence.both";
    return t.get(
        key,
        "years",
        sentence.years(),
        "months",
        sentence.months(),
        "confiscation",
        sentence.confiscation());
  }

  private ProfileView.ConsentView consent(Profile profile, Messages t) {
    ExchangeConsent exchange = profile.exchange();
    List<String> present =
        exchange.present().stream()
            .filter(role -> t.has("site.role." + role))
            .map(role -> t.get("site.role." + role))
            .toList();
    return new ProfileView.ConsentView(
        date(exchange.givenOn(), t),
        date(exchange.confirmedOn(), t),
        t.get("site.profile.days", "n", Cards.waiting(profile, days.today())),
        date(exchange.since(), t),
        present);
  }

  static ProfileView.DateView date(LocalDate date, Messages t) {
    return new ProfileView.DateView(date.toString(), Formats.day(date, t.language()));
  }

  private static List<String> paragraphs(String text) {
    return Optional.of(text)
        .map(whole -> whole.strip().split("\\R\\s*\\R"))
        .map(List::of)
        .orElse(List.of());
  }
}

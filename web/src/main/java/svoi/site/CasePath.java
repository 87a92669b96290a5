package svoi.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import svoi.register.CaseEvent;
import svoi.register.ExchangeConsent;
import svoi.register.Profile;
import svoi.web.Formats;
import svoi.web.Messages;

/// The steps that brought a case here, in the order of their days: the court's, the consent, the
/// publication, the leaving.
final class CasePath {
  private record Step(LocalDate on, String text, String kind) {}

  private CasePath() {}

  static List<ProfileView.Event> of(Profile profile, Messages t) {
    List<Step> steps = new ArrayList<>();
    for (CaseEvent event : profile.events()) {
      String key = "site.event." + event.kind();
      if (t.has(key)) {
        steps.add(new Step(event.on(), t.get(key), "on"));
      }
    }
    ExchangeConsent exchange = profile.exchange();
    steps.add(new Step(exchange.since(), t.get("site.event.consent"), "ok"));
    if (!exchange.givenOn().equals(exchange.since())) {
      steps.add(new Step(exchange.givenOn(), t.get("site.event.consent-again"), "ok"));
    }
    LocalDate published = Formats.dayOf(profile.publishedAt());
    steps.add(new Step(published, t.get("site.event.published"), "on"));
    profile
        .leftOn()
        .ifPresent(
            day ->
                steps.add(new Step(day, t.get("site.event.left", "sex", profile.sex()), "left")));
    steps.sort(Comparator.comparing(Step::on));
    return steps.stream()
        .map(
            step ->
                new ProfileView.Event(ProfileViews.date(step.on(), t), step.text(), step.kind()))
        .toList();
  }
}

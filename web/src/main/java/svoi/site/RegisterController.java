package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import svoi.platform.Language;
import svoi.reference.Reference;
import svoi.reference.Region;
import svoi.register.Profile;
import svoi.register.PublicRegister;
import svoi.search.Listing;
import svoi.search.Published;
import svoi.web.Freshness;
import svoi.web.Layout;
import svoi.web.Layouts;
import svoi.web.Messages;
import svoi.web.Place;

/// The register and its regions: one list, narrowed in one way.
@Controller
final class RegisterController {
  /// Three, two or four cards in a row all divide it.
  private static final int PAGE = 24;

  private final Pages pages;
  private final Layouts layouts;
  private final Reference reference;
  private final PublicRegister register;
  private final Published published;
  private final Presentation show;
  private final Lists lists;

  RegisterController(
      Pages pages,
      Layouts layouts,
      Reference reference,
      PublicRegister register,
      Published published,
      Presentation show) {
    this.pages = pages;
    this.layouts = layouts;
    this.reference = reference;
    this.register = register;
    this.published = published;
    this.show = show;
    this.lists = new Lists(reference);
  }

  @GetMapping("/{l:uk|ru|en}/register")
  ResponseEntity<byte[]> register(HttpServletRequest request, @PathVariable String l) {
    Language language = Pages.language(l);
    Messages t = Messages.in(language);
    ListQuery query = ListQuery.read(request, reference);
    Layout layout =
        layouts
            .page(
                language,
                "/register",
                t.get("site.register.title"),
                t.get("site.register.description"))
            .at(Place.REGISTER)
            .asking(query.self(false));
    return list(request, layout, query, false, t);
  }

  @GetMapping("/{l:uk|ru|en}/regions/{slug}")
  ResponseEntity<byte[]> region(
      HttpServletRequest request, @PathVariable String l, @PathVariable String slug) {
    Language language = Pages.language(l);
    Messages t = Messages.in(language);
    Region region =
        reference
            .regionBySlug(slug)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    ListQuery query = ListQuery.read(request, reference).in(region);
    Region.Forms name = region.in(language);
    Layout layout =
        layouts
            .page(
                language,
                "/regions/" + slug,
                name.name(),
                t.get("site.region.description", "where", name.locative()))
            .at(Place.REGIONS)
            .asking(query.self(true));
    return list(request, layout, query, true, t);
  }

  private ResponseEntity<byte[]> list(
      HttpServletRequest request, Layout layout, ListQuery query, boolean fixedRegion, Messages t) {
    long generation = pages.generation();
    HomeController.requireReady(published);
    Listing listing =
        published.list(
            query.filter(), query.sort(), t.language(), query.before(), query.after(), PAGE);
    List<Profile> profiles = register.profiles(listing.ids());
    List<CardView> cards = show.cards().of(profiles, t);
    ListView list = lists.view(layout.to(layout.path()), query, listing, cards, fixedRegion, t);
    RegisterView view =
        fixedRegion ? region(layout, list, count(query), t) : register(layout, list, t);
    Freshness freshness = new Freshness.Listing(show.days().until(profiles));
    String template = fixedRegion ? "site/region" : "site/register";
    Page page = Page.unlisted(template, view, t.language(), freshness);
    return pages.show(request, page, generation);
  }

  private RegisterView register(Layout layout, ListView list, Messages t) {
    String lead = t.get("site.register.lead", "n", published.total());
    return new RegisterView(layout, t.get("site.register.heading"), lead, List.of(), list);
  }

  private int count(ListQuery query) {
    return query.region().map(r -> published.byRegion().getOrDefault(r.iso(), 0)).orElse(0);
  }

  private static RegisterView region(Layout layout, ListView list, int count, Messages t) {
    List<RegisterView.Step> trail =
        List.of(new RegisterView.Step(layout.to("/regions"), t.get("site.regions.title")));
    String lead = t.get("site.region.lead", "n", count);
    return new RegisterView(layout, layout.title(), lead, trail, list);
  }
}

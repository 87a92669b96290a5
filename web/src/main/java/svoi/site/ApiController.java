package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import svoi.reference.Reference;
import svoi.register.Profile;
import svoi.register.PublicRegister;
import svoi.search.Published;
import svoi.web.Freshness;
import svoi.web.Limits;
import svoi.web.ReadyPages;
import svoi.web.Responses;
import svoi.web.SiteSettings;
import tools.jackson.databind.json.JsonMapper;

/// The first addresses of the API: regions with counts, and one profile.
@Controller
final class ApiController {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Responses responses;
  private final ReadyPages ready;
  private final Reference reference;
  private final PublicRegister register;
  private final Published published;
  private final Days days;
  private final Limits limits;
  private final SiteSettings site;

  ApiController(
      Responses responses,
      ReadyPages ready,
      Reference reference,
      PublicRegister register,
      Published published,
      Days days,
      Limits limits,
      SiteSettings site) {
    this.responses = responses;
    this.ready = ready;
    this.reference = reference;
    this.register = register;
    this.published = published;
    this.days = days;
    this.limits = limits;
    this.site = site;
  }

  @GetMapping("/api/v1/regions")
  ResponseEntity<byte[]> regions(HttpServletRequest request) {
    long generation = ready.generation();
    HomeController.requireReady(published);
    RegionsJson body = RegionsJson.of(published.total(), reference.regions(), published.byRegion());
    Freshness freshness = new Freshness.Listing(days.until());
    return responses.json(request, MAPPER.writeValueAsBytes(body), freshness, generation);
  }

  @GetMapping("/api/v1/profiles/{id}")
  ResponseEntity<byte[]> profile(HttpServletRequest request, @PathVariable String id) {
    limits.spend(Limits.Budget.NAMED_PAGES, request);
    long generation = ready.generation();
    Profile profile = ProfileController.visible(register, id);
    Freshness freshness = new Freshness.Person(profile.personId(), days.until(List.of(profile)));
    ProfileJson body = ProfileJson.of(profile, site.publicUrl());
    return responses.json(request, MAPPER.writeValueAsBytes(body), freshness, generation);
  }
}

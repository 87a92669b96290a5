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
import svoi.register.Profile;
import svoi.register.ProfileId;
import svoi.register.PublicRegister;
import svoi.web.Freshness;
import svoi.web.Messages;

/// The page of one person.
@Controller
final class ProfileController {
  private final Pages pages;
  private final PublicRegister register;
  private final ProfileViews views;
  private final Days days;

  ProfileController(Pages pages, PublicRegister register, ProfileViews views, Days days) {
    this.pages = pages;
    this.register = register;
    this.views = views;
    this.days = days;
  }

  @GetMapping("/{l:uk|ru|en}/profiles/{id}")
  ResponseEntity<byte[]> profile(
      HttpServletRequest request, @PathVariable String l, @PathVariable String id) {
    Language language = Pages.language(l);
    long generation = pages.generation();
    Profile profile = visible(register, id);
    ProfileView view = views.view(profile, Messages.in(language));
    Freshness freshness = new Freshness.Person(profile.personId(), days.until(List.of(profile)));
    Page page = new Page("site/profile", view, language, freshness, profile.indexable());
    return pages.show(request, page, generation);
  }

  /// The visible profile under an id of an address.
  ///
  /// @throws ResponseStatusException 410 if there was one once, 404 if there never was or the id
  ///     is malformed: the answers' bodies are one and the same
  static Profile visible(PublicRegister register, String id) {
    ProfileId profileId =
        ProfileId.parse(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return register.profile(profileId).orElseThrow(() -> absent(register.oncePublic(profileId)));
  }

  static ResponseStatusException absent(boolean once) {
    return new ResponseStatusException(once ? HttpStatus.GONE : HttpStatus.NOT_FOUND);
  }
}

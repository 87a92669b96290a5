package svoi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import svoi.platform.Language;
import svoi.staff.Right;
import svoi.web.Assets;
import svoi.web.Messages;
import svoi.web.Responses;
import svoi.web.SiteSettings;
import svoi.web.Templates;

/// Turns views into pages of the desk. They are for one member, kept nowhere.
public final class DeskPages {
  private final Templates templates;
  private final Responses responses;
  private final Assets assets;
  private final SiteSettings site;
  private final boolean demo;

  public DeskPages(
      Templates templates, Responses responses, Assets assets, SiteSettings site, boolean demo) {
    this.templates = templates;
    this.responses = responses;
    this.assets = assets;
    this.site = site;
    this.demo = demo;
  }

  public boolean demo() {
    return demo;
  }

  /// A page for a signed-in member.
  ///
  /// @param template path below `src/main/jte`, without its ending
  /// @param titleKey message of the page's title
  /// @param view made from the frame
  public ResponseEntity<byte[]> show(
      HttpServletRequest request,
      Officer officer,
      String template,
      String titleKey,
      Function<Frame, DeskView> view) {
    return show(request, officer, 200, template, titleKey, view);
  }

  /// The same with another status: 422 for a form with faults, 409 for what a rule refuses, 412 for
  /// a stale form.
  public ResponseEntity<byte[]> show(
      HttpServletRequest request,
      Officer officer,
      int status,
      String template,
      String titleKey,
      Function<Frame, DeskView> view) {
    Messages t = officer.messages();
    Frame frame = frame(request, officer.language(), t.get(titleKey), Optional.of(officer));
    return responses.personal(request, status, templates.render(template, view.apply(frame), t));
  }

  /// A page before signing in.
  public ResponseEntity<byte[]> open(
      HttpServletRequest request,
      int status,
      Language language,
      String template,
      String titleKey,
      Function<Frame, DeskView> view) {
    Messages t = Messages.in(language);
    Frame frame = frame(request, language, t.get(titleKey), Optional.empty());
    return responses.personal(request, status, templates.render(template, view.apply(frame), t));
  }

  /// Sends the browser to another page of the desk.
  public static ResponseEntity<byte[]> see(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(path))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /// The same, saying there what was done: message `desk.<area>.done.<what>` for `<area>.<what>`.
  public static ResponseEntity<byte[]> see(String path, String done) {
    return see(path + (path.contains("?") ? "&" : "?") + "done=" + done);
  }

  private Frame frame(
      HttpServletRequest request, Language language, String title, Optional<Officer> officer) {
    String path = request.getRequestURI();
    return new Frame(
        language,
        title,
        path,
        officer,
        officer.map(o -> menu(o, path)).orElse(List.of()),
        demo,
        site,
        assets.stylesheet(language),
        assets.url("desk.css"),
        assets.url("desk.js"),
        assets.url("icon.svg"));
  }

  private static List<Frame.Entry> menu(Officer officer, String path) {
    return Stream.of(
            entry("tasks", "/desk", "h", Set.of()),
            entry("persons", "/desk/persons", "p", Set.of(Right.READ_CASES)),
            entry("cards", "/desk/cards", "p", Set.of(Right.READ_CARDS)),
            entry(
                "consents",
                "/desk/consents",
                "c",
                Set.of(Right.LEAD_SESSIONS, Right.VERIFY_CONSENTS)),
            entry(
                "reviews",
                "/desk/reviews",
                "r",
                Set.of(Right.REVIEW_PROFILES, Right.WRITE_PROFILES)),
            entry("rounds", "/desk/rounds", "e", Set.of(Right.READ_ROUNDS)),
            entry("needs", "/desk/needs", "t", Set.of(Right.READ_NEEDS)),
            entry("offers", "/desk/offers", "d", Set.of(Right.READ_OFFERS)),
            entry("fears", "/desk/offers/fear", "k", Set.of(Right.ASK_ABOUT_FEAR)),
            entry("answers", "/desk/answers", "l", Set.of(Right.READ_NEEDS)),
            entry("requests", "/desk/requests", "q", Set.of(Right.READ_OFFERS)),
            entry("returns", "/desk/returns", "b", Set.of(Right.READ_RETURN_TRACK)),
            entry("families", "/desk/families", "m", Set.of(Right.CONTACT_FAMILIES)),
            entry("intake", "/desk/intake", "i", Set.of(Right.ANSWER_SOURCES)),
            entry("intake-counts", "/desk/counts", "j", Set.of(Right.READ_INTAKE_COUNTS)),
            entry("holds", "/desk/holds", "o", Set.of(Right.HOLD_PUBLICATION)),
            entry("audit", "/desk/audit", "a", Set.of(Right.READ_AUDIT)),
            entry("withdraw", "/desk/withdraw", "w", Set.of(Right.MANAGE_STAFF)),
            entry("staff", "/desk/staff", "s", Set.of(Right.MANAGE_STAFF)))
        .filter(e -> e.rights.isEmpty() || e.rights.stream().anyMatch(officer::may))
        .map(
            e ->
                new Frame.Entry(
                    "desk.shell.menu." + e.key, e.href, isAt(path, e.href), e.accessKey))
        .toList();
  }

  private static boolean isAt(String path, String href) {
    return href.equals("/desk") ? path.equals(href) : path.startsWith(href);
  }

  private record Place(String key, String href, String accessKey, Set<Right> rights) {}

  private static Place entry(String key, String href, String accessKey, Set<Right> rights) {
    return new Place(key, href, accessKey, rights);
  }
}

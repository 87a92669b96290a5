package svoi.desk.profiles;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.platform.Language;
import svoi.register.Access;
import svoi.register.Preview;
import svoi.register.Profile;
import svoi.register.Publication;
import svoi.staff.Right;
import svoi.web.Assets;
import svoi.web.Messages;
import svoi.web.ProfilePreview;
import svoi.web.Responses;

/// A profile exactly as the public will see it, under a bar that says that it is a preview.
///
/// The bytes are those of the public page. Only the bar is put in, and addresses of pictures and
/// films lead through the desk, because the public ones are not open yet.
@Controller
final class PreviewController {
  private final Responses responses;
  private final Assets assets;
  private final Subjects subjects;
  private final Publication publication;
  private final ProfilePreview preview;

  PreviewController(
      Responses responses,
      Assets assets,
      Subjects subjects,
      Publication publication,
      ProfilePreview preview) {
    this.responses = responses;
    this.assets = assets;
    this.subjects = subjects;
    this.publication = publication;
    this.preview = preview;
  }

  @Needs(Right.READ_CASES)
  @GetMapping("/desk/persons/{id}/profile/preview")
  ResponseEntity<byte[]> preview(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @RequestParam(name = "l", defaultValue = "uk") String l) {
    Subject subject = subjects.reached(officer, id, Access.FILE, "desk.preview");
    Language language = Language.of(l).orElseThrow(NotReached::new);
    Preview shown = publication.preview(subject.person()).orElseThrow(NotReached::new);
    String page = new String(preview.page(shown.profile(), language), StandardCharsets.UTF_8);
    String body = framed(page, bar(subject, shown, language, officer.messages()), head());
    byte[] bytes = throughTheDesk(body, subject, shown.profile()).getBytes(StandardCharsets.UTF_8);
    return responses.personal(request, 200, bytes);
  }

  static String framed(String page, String bar, String head) {
    return page.replaceFirst("</head>\n", head + "</head>\n").replaceFirst("<body>\n", bar);
  }

  private String head() {
    return "<link rel=\"stylesheet\" href=\"" + assets.url("preview.css") + "\">\n";
  }

  private static String throughTheDesk(String page, Subject subject, Profile profile) {
    String shown = page;
    for (UUID asset :
        Stream.of(profile.photo(), profile.video())
            .flatMap(a -> a.stream())
            .map(a -> a.id())
            .toList()) {
      shown = shown.replace("\"/media/" + asset, "\"" + subject.to("/media/") + asset);
    }
    return shown;
  }

  private static String bar(Subject subject, Preview shown, Language language, Messages t) {
    StringBuilder bar =
        new StringBuilder("<body>\n<div class=\"previewbar\" role=\"note\" lang=\"");
    bar.append(t.language().code()).append("\"><strong>");
    bar.append(text(t.get("desk.profiles.preview"))).append("</strong>\n");
    for (Language other : List.of(Language.UK, Language.RU, Language.EN)) {
      bar.append("<a href=\"").append(subject.to("/profile/preview?l=" + other.code()));
      bar.append(other == language ? "\" aria-current=\"true\">" : "\">");
      bar.append(text(t.get("desk.profiles.language." + other.code()))).append("</a>\n");
    }
    shown.assumed().forEach(what -> span(bar, t.get("desk.profiles.preview.assumed." + what)));
    shown.hidden().forEach(what -> span(bar, t.get("desk.profiles.preview.hidden." + what)));
    bar.append("<a href=\"").append(subject.to("/why")).append("\">");
    bar.append(text(t.get("desk.profiles.why"))).append("</a>\n");
    if (subject.edits()) {
      bar.append("<a href=\"").append(subject.to("/profile")).append("\">");
      bar.append(text(t.get("desk.profiles.preview.back"))).append("</a>\n");
    }
    return bar.append("</div>\n").toString();
  }

  private static void span(StringBuilder bar, String words) {
    bar.append("<span>").append(text(words)).append("</span>\n");
  }

  private static String text(String words) {
    StringOutput out = new StringOutput();
    Escape.htmlContent(words, out);
    return out.toString();
  }
}

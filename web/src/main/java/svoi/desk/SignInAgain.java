package svoi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import svoi.platform.Language;
import svoi.web.ReaderLanguage;

/// The page that stands between an action and its doing when the member has to sign in again or to
/// use a passkey: it holds all that was typed and sends it on afterwards, so nothing is lost.
///
/// A form with a file says that the file has to be chosen again.
final class SignInAgain {
  private final DeskPages pages;

  SignInAgain(DeskPages pages) {
    this.pages = pages;
  }

  ResponseEntity<byte[]> page(HttpServletRequest request, Optional<Officer> officer) {
    String query = request.getQueryString();
    String action = request.getRequestURI() + (query == null ? "" : "?" + query);
    Typed typed = Typed.of(request);
    List<SignInAgainView.Field> fields =
        typed.shown().stream()
            .flatMap(
                name ->
                    typed.all(name).stream().map(value -> new SignInAgainView.Field(name, value)))
            .toList();
    Language language =
        officer
            .map(Officer::language)
            .orElseGet(() -> ReaderLanguage.of("/desk", request.getHeader("Accept-Language")));
    Language shown = language == Language.RU ? Language.UK : language;
    return pages.open(
        request,
        401,
        shown,
        "desk/signin/again",
        officer.isPresent() ? "desk.shell.again.confirm-title" : "desk.shell.again.title",
        frame -> new SignInAgainView(frame, action, fields, officer.isPresent()));
  }
}

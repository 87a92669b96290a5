package svoi.contact;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import svoi.intake.Dropbox;
import svoi.intake.IntakeRefused;
import svoi.intake.IntakeUnavailable;
import svoi.intake.Receipt.TwoWords;
import svoi.intake.Said;
import svoi.intake.Visit;
import svoi.platform.Language;
import svoi.web.Uploads;

/// All that is sent goes to one address and is answered there, so a history shows one line.
@Controller
final class StepsController {
  private final Dropbox dropbox;
  private final Letters letters;
  private final SigningIn signingIn;
  private final Conversation conversation;
  private final ContactPages pages;
  private final ContactSettings settings;

  StepsController(
      Dropbox dropbox,
      Letters letters,
      SigningIn signingIn,
      Conversation conversation,
      ContactPages pages,
      ContactSettings settings) {
    this.dropbox = dropbox;
    this.letters = letters;
    this.signingIn = signingIn;
    this.conversation = conversation;
    this.pages = pages;
    this.settings = settings;
  }

  /// @return null when a file was written to the answer
  @PostMapping("/contact/{l:uk|ru|en}")
  @Nullable ResponseEntity<byte[]> step(
      HttpServletRequest request, HttpServletResponse response, @PathVariable String l)
      throws IOException {
    Language language = AdviceController.language(l);
    if (Uploads.isUpload(request)) {
      return letters.take(request, language);
    }
    return switch (value(request, "step")) {
      case "form" -> form(request, language);
      case "return" -> signingIn.ask(request, language);
      case "enter" -> signingIn.enter(request, language, value(request, "receipt"));
      default -> signedIn(request, response, language);
    };
  }

  /// Ends the conversation and leads elsewhere.
  @GetMapping("/contact/exit")
  ResponseEntity<byte[]> exit(HttpServletRequest request) {
    try {
      conversation.leave(request);
    } catch (IntakeUnavailable e) {
      // The session ends by itself; whoever wants to leave must not wait.
    }
    ResponseEntity<byte[]> away =
        ResponseEntity.status(HttpStatus.SEE_OTHER)
            .location(URI.create(settings.exit()))
            .headers(ContactPages::keepNowhere)
            .header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
            .build();
    return conversation.forgetting(request, away);
  }

  @ExceptionHandler(IntakeUnavailable.class)
  ResponseEntity<byte[]> unavailable(HttpServletRequest request) {
    return pages.problem(request, ContactPages.languageOf(request), 503);
  }

  /// The case was erased in between.
  @ExceptionHandler(IntakeRefused.class)
  ResponseEntity<byte[]> gone(HttpServletRequest request) {
    return conversation.ended(request, ContactPages.languageOf(request));
  }

  private ResponseEntity<byte[]> form(HttpServletRequest request, Language language) {
    Typed typed = new Typed();
    typed.put("for", value(request, "for"));
    typed.put("child", value(request, "child"));
    return letters.form(request, language, typed);
  }

  private @Nullable ResponseEntity<byte[]> signedIn(
      HttpServletRequest request, HttpServletResponse response, Language language)
      throws IOException {
    Optional<Visit> visit = conversation.visit(request);
    return visit.isEmpty()
        ? conversation.ended(request, language)
        : signedIn(request, response, language, visit.get());
  }

  private @Nullable ResponseEntity<byte[]> signedIn(
      HttpServletRequest request, HttpServletResponse response, Language language, Visit visit)
      throws IOException {
    return switch (value(request, "step")) {
      case "words", "ask", "check" ->
          signingIn.receipt(request, language, visit, value(request, "step"));
      case "erase" -> {
        Frame frame = pages.signedIn(language, false);
        NoteView view = new NoteView(frame, "contact.erase", List.of());
        yield pages.show(request, "erase", view, language);
      }
      case "erased" -> {
        dropbox.deleteAll(visit);
        yield conversation.erased(request, language);
      }
      case "file" -> {
        file(request, response, visit);
        yield null;
      }
      default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    };
  }

  /// Gives out a file of the desk under a name that says nothing.
  private void file(HttpServletRequest request, HttpServletResponse response, Visit visit)
      throws IOException {
    Said.SentFile file =
        id(value(request, "file"))
            .flatMap(id -> Conversation.find(dropbox.read(visit), id))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    try (InputStream content = dropbox.open(visit, file.id())) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
      response.setContentLengthLong(file.size());
      String name = "file" + ending(file.name());
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(name).build().toString());
      content.transferTo(response.getOutputStream());
    }
  }

  /// A short ending in plain letters, so that the file can be opened.
  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot);
    return ending.matches("\\.[A-Za-z0-9]{1,5}") ? ending : "";
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String value(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  static TwoWords asked(HttpServletRequest request) {
    return new TwoWords(number(request, "first"), number(request, "second"));
  }

  private static int number(HttpServletRequest request, String name) {
    String value = value(request, name);
    if (!value.matches("[1-9]")) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return Integer.parseInt(value);
  }
}

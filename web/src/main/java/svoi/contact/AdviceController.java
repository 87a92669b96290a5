package svoi.contact;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import svoi.intake.IntakeUnavailable;
import svoi.platform.Language;
import svoi.web.Formats;
import svoi.web.ReaderLanguage;

/// What can be read without sending anything: the first page, advice, the decision aid.
@Controller
final class AdviceController {
  private static final List<String> LINES = List.of("legal-aid", "emergency", "support");
  private static final List<String> CHILD_LINES = List.of("child", "child-landline", "emergency");

  /// The end that leads to the page of those under eighteen.
  private static final String CHILD_END = "z2";

  private final ContactPages pages;
  private final Conversation conversation;
  private final Advice advice;
  private final Decisions decisions;
  private final Lines lines;

  AdviceController(
      ContactPages pages,
      Conversation conversation,
      Advice advice,
      Decisions decisions,
      Lines lines) {
    this.pages = pages;
    this.conversation = conversation;
    this.advice = advice;
    this.decisions = decisions;
    this.lines = lines;
  }

  /// The first page in the language of the browser.
  @GetMapping("/contact")
  ResponseEntity<byte[]> negotiated(HttpServletRequest request) {
    return home(
        request, ReaderLanguage.of("", request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).code());
  }

  /// The first page; for somebody who is signed in, their conversation.
  @GetMapping("/contact/{l:uk|ru|en}")
  ResponseEntity<byte[]> home(HttpServletRequest request, @PathVariable String l) {
    Language language = language(l);
    if (conversation.hasCookie(request)) {
      return conversation
          .visit(request)
          .map(visit -> conversation.show(request, language, visit))
          .orElseGet(() -> conversation.ended(request, language));
    }
    HomeView view = new HomeView(pages.frame(language, ""), advice.addresses());
    return pages.show(request, "home", view, language);
  }

  @GetMapping("/contact/{l:uk|ru|en}/{id:[adz][0-9]{1,2}}")
  ResponseEntity<byte[]> page(
      HttpServletRequest request, @PathVariable String l, @PathVariable String id) {
    Language language = language(l);
    Frame frame = pages.frame(language, "/" + id);
    Optional<ResponseEntity<byte[]>> page =
        advice
            .at(language, id)
            .map(a -> pages.show(request, "advice", view(frame, a), language))
            .or(
                () ->
                    decisions
                        .question(id)
                        .map(q -> pages.show(request, "question", view(frame, q), language)))
            .or(
                () ->
                    decisions
                        .end(id)
                        .map(e -> pages.show(request, "end", view(frame, e), language)));
    return page.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// The style of this door lies in no cache: it would tell of a visit.
  @GetMapping("/contact/style.css")
  ResponseEntity<byte[]> style(HttpServletRequest request) {
    return pages.style(request);
  }

  @ExceptionHandler(IntakeUnavailable.class)
  ResponseEntity<byte[]> unavailable(HttpServletRequest request) {
    return pages.problem(request, ContactPages.languageOf(request), 503);
  }

  private AdviceView view(Frame frame, AdvicePage page) {
    return new AdviceView(
        frame,
        page,
        Formats.day(page.page().updated(), frame.language()),
        advice.addresses(),
        frame.to(decisions.start()));
  }

  private QuestionView view(Frame frame, Decisions.Question question) {
    return new QuestionView(
        frame,
        question.id(),
        question.step(),
        question.most(),
        question.answers(),
        frame.to(decisions.start()));
  }

  private EndView view(Frame frame, Decisions.End end) {
    boolean isChild = end.id().equals(CHILD_END);
    return new EndView(
        frame,
        end.id(),
        end.may(),
        end.not(),
        lines.lines(isChild ? CHILD_LINES : LINES),
        isChild,
        frame.to(advice.addresses().getOrDefault(AdvicePage.CHILD, "")),
        frame.to(decisions.start()));
  }

  static Language language(String code) {
    return Language.of(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

package svoi.contact;

import static svoi.contact.StepsController.value;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import svoi.intake.Dropbox;
import svoi.intake.IntakeUnavailable;
import svoi.intake.Receipt;
import svoi.intake.Receipt.TwoWords;
import svoi.intake.Visit;
import svoi.platform.Language;
import svoi.web.Limits;
import svoi.web.Limits.Budget;
import svoi.web.TooManyRequests;

/// Coming back with a receipt, and the check that it was kept.
final class SigningIn {
  private static final int DIGITS = 30;

  private final Dropbox dropbox;
  private final Conversation conversation;
  private final ContactPages pages;
  private final SessionCookie cookies;
  private final Limits limits;

  SigningIn(
      Dropbox dropbox,
      Conversation conversation,
      ContactPages pages,
      SessionCookie cookies,
      Limits limits) {
    this.dropbox = dropbox;
    this.conversation = conversation;
    this.pages = pages;
    this.cookies = cookies;
    this.limits = limits;
  }

  /// The page that asks for a receipt.
  ResponseEntity<byte[]> ask(HttpServletRequest request, Language language) {
    return ask(request, language, "", Optional.empty());
  }

  /// Opens the conversation of a receipt. What is none is told so before any work is done on it.
  ResponseEntity<byte[]> enter(HttpServletRequest request, Language language, String typed) {
    Optional<Receipt> receipt = Receipt.parse(typed);
    if (receipt.isEmpty()) {
      return ask(request, language, typed, Optional.of(fault(typed)));
    }
    try {
      limits.spend(Budget.MESSAGES, request);
      conversation.leave(request);
      return QuarterSeconds.answer(
          () ->
              dropbox
                  .signIn(receipt.get())
                  .map(cookie -> conversation.entered(request, language, cookie))
                  .orElseGet(() -> conversation.gone(request, language)));
    } catch (TooManyRequests e) {
      return ask(request, language, typed, Optional.of(Refusal.tooMany()));
    } catch (IntakeUnavailable e) {
      return ask(request, language, typed, Optional.of(Refusal.of(e)));
    }
  }

  /// What is done with a receipt that was given out just now: shown again, asked for, checked.
  ResponseEntity<byte[]> receipt(
      HttpServletRequest request, Language language, Visit visit, String step) {
    Optional<Receipt> receipt = visit.unconfirmed();
    if (receipt.isEmpty()) {
      return conversation.show(request, language, visit);
    }
    Language shown = Language.of(value(request, "shown")).orElse(language);
    return switch (step) {
      case "ask" -> {
        TwoWords asked = TwoWords.random();
        CheckView view =
            new CheckView(pages.signedIn(language, false), shown, asked.first(), asked.second());
        yield pages.show(request, "check", view, language);
      }
      case "check" -> check(request, language, receipt.get(), shown);
      default -> conversation.again(request, language, receipt.get(), shown, Optional.empty());
    };
  }

  private ResponseEntity<byte[]> check(
      HttpServletRequest request, Language language, Receipt receipt, Language shown) {
    boolean right =
        dropbox.confirm(
            cookies.of(request).orElse(""),
            StepsController.asked(request),
            shown,
            value(request, "one"),
            value(request, "other"));
    return right
        ? conversation.kept(request, language)
        : conversation.again(
            request, language, receipt, shown, Optional.of(Refusal.of("check_failed")));
  }

  private ResponseEntity<byte[]> ask(
      HttpServletRequest request, Language language, String typed, Optional<Refusal> refusal) {
    ReturnView view = new ReturnView(pages.step(language), typed, refusal);
    return pages.show(request, refusal.map(Refusal::status).orElse(200), "return", view, language);
  }

  /// Which of the usual slips it is.
  private static Refusal fault(String typed) {
    long digits = typed.chars().filter(Character::isDigit).count();
    long words = Stream.of(typed.split("[^\\p{L}]+")).filter(word -> !word.isEmpty()).count();
    Optional<Receipt.Slip> slip = Receipt.slip(typed);
    if (digits == 0 && words == 0) {
      return Refusal.of("receipt_empty");
    }
    if (words == 0 && digits != DIGITS) {
      return Refusal.of("receipt_digits", "n", digits);
    }
    if (words > 0 && slip.isEmpty()) {
      return Refusal.of("receipt_words", "n", words);
    }
    if (slip.isPresent() && slip.get().mixed()) {
      return Refusal.of("receipt_mixed");
    }
    return slip.filter(one -> one.word() > 0)
        .map(one -> Refusal.of("receipt_word", "n", one.word()))
        .orElseGet(() -> Refusal.of("receipt_check"));
  }
}

package svoi.contact;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import svoi.contact.NoteView.Step;
import svoi.contact.ThreadView.Attachment;
import svoi.contact.ThreadView.Message;
import svoi.intake.Dropbox;
import svoi.intake.IntakeRefused;
import svoi.intake.Opened;
import svoi.intake.Receipt;
import svoi.intake.Said;
import svoi.intake.Standing;
import svoi.intake.Visit;
import svoi.platform.Language;
import svoi.web.Formats;
import svoi.web.Messages;

/// Shows what belongs to one case: the receipt, the thread, and its end.
final class Conversation {
  /// After so many minutes without a page the session is over.
  private static final int IDLE_MINUTES = 20;

  private static final Step BEGIN = new Step("", "contact.home.back");
  private static final Step AGAIN = new Step("return", "contact.gone.again");

  private final Dropbox dropbox;
  private final ContactPages pages;
  private final SessionCookie cookies;
  private final FormTokens tokens;

  Conversation(Dropbox dropbox, ContactPages pages, SessionCookie cookies, FormTokens tokens) {
    this.dropbox = dropbox;
    this.pages = pages;
    this.cookies = cookies;
    this.tokens = tokens;
  }

  /// Whose session the cookie names.
  Optional<Visit> visit(HttpServletRequest request) {
    return cookies.of(request).flatMap(dropbox::visit);
  }

  boolean hasCookie(HttpServletRequest request) {
    return cookies.of(request).isPresent();
  }

  /// Ends the session, if there is one.
  void leave(HttpServletRequest request) {
    cookies.of(request).ifPresent(dropbox::leave);
  }

  /// Where somebody who is signed in stands: before the receipt until they have kept it, else
  /// before the thread.
  ResponseEntity<byte[]> show(HttpServletRequest request, Language language, Visit visit) {
    return visit
        .unconfirmed()
        .map(receipt -> again(request, language, receipt, language, Optional.empty()))
        .orElseGet(() -> thread(request, language, visit, false));
  }

  /// The receipt of a case that was opened just now.
  ResponseEntity<byte[]> opened(HttpServletRequest request, Language language, Opened opened) {
    String until = Formats.day(dropbox.keptUntil(), language);
    ReceiptView view =
        new ReceiptView(
            pages.signedIn(language, false),
            language,
            opened.receipt().words(language),
            digits(opened.receipt()),
            opened.duress().map(second -> ReceiptView.Second.of(second, language)),
            Optional.of(until),
            opened.cookie().isPresent(),
            Optional.empty());
    ResponseEntity<byte[]> page = pages.show(request, "receipt", view, language);
    return opened.cookie().map(c -> with(page, cookies.set(request, c))).orElse(page);
  }

  /// The receipt once more, in any language.
  ResponseEntity<byte[]> again(
      HttpServletRequest request,
      Language language,
      Receipt receipt,
      Language shown,
      Optional<Refusal> refusal) {
    ReceiptView view =
        new ReceiptView(
            pages.signedIn(language, true),
            shown,
            receipt.words(shown),
            digits(receipt),
            Optional.empty(),
            Optional.empty(),
            true,
            refusal);
    int status = refusal.map(Refusal::status).orElse(200);
    return pages.show(request, status, "receipt", view, language);
  }

  ResponseEntity<byte[]> thread(
      HttpServletRequest request, Language language, Visit visit, boolean sent) {
    return thread(request, language, visit, sent, "", Optional.empty(), false);
  }

  /// The thread with an addition that was not taken.
  ResponseEntity<byte[]> thread(
      HttpServletRequest request,
      Language language,
      Visit visit,
      boolean sent,
      String typed,
      Optional<Refusal> refusal,
      boolean lostFiles) {
    Optional<Standing> standing = standing(visit);
    if (standing.isEmpty()) {
      return ended(request, language);
    }
    List<Said> said = dropbox.read(visit);
    ThreadView view =
        new ThreadView(
            pages.signedIn(language, refusal.isEmpty()),
            messages(said, language),
            standing.get(),
            said.stream().anyMatch(one -> !one.bySource()),
            sent,
            tokens.fresh(),
            typed,
            refusal,
            lostFiles,
            IDLE_MINUTES);
    return pages.even(request, refusal.map(Refusal::status).orElse(200), "thread", view, language);
  }

  /// The thread of somebody who has come back just now.
  ///
  /// @param cookie of the session that has begun
  ResponseEntity<byte[]> entered(HttpServletRequest request, Language language, String cookie) {
    return dropbox
        .visit(cookie)
        .map(visit -> with(thread(request, language, visit, false), cookies.set(request, cookie)))
        .orElseGet(() -> gone(request, language));
  }

  /// Empty if it was erased in this moment.
  private Optional<Standing> standing(Visit visit) {
    try {
      return Optional.of(dropbox.standing(visit));
    } catch (IntakeRefused e) {
      return Optional.empty();
    }
  }

  /// What stands under a receipt that opens nothing: the same for what never was and what is gone,
  /// and of the same size as a thread.
  ResponseEntity<byte[]> gone(HttpServletRequest request, Language language) {
    NoteView view =
        new NoteView(
            pages.step(language),
            "contact.gone",
            List.of(AGAIN, new Step("", "contact.gone.write")));
    return with(pages.even(request, 200, "note", view, language), cookies.none(request));
  }

  private static ResponseEntity<byte[]> with(ResponseEntity<byte[]> page, String cookie) {
    return ContactPages.with(page, HttpHeaders.SET_COOKIE, cookie);
  }

  /// The session is over.
  ResponseEntity<byte[]> ended(HttpServletRequest request, Language language) {
    return ended(request, language, "");
  }

  /// The session is over, and what was typed meanwhile comes back.
  ResponseEntity<byte[]> ended(HttpServletRequest request, Language language, String unsent) {
    List<Step> steps = List.of(new Step("return", "contact.home.return"), BEGIN);
    NoteView view = new NoteView(pages.step(language), "contact.ended", steps, unsent);
    return forgetting(request, pages.show(request, "note", view, language));
  }

  /// Everything is erased.
  ResponseEntity<byte[]> erased(HttpServletRequest request, Language language) {
    return ContactPages.with(
        forgetting(request, note(request, language, "contact.erased", BEGIN)),
        "Clear-Site-Data",
        "\"cache\", \"cookies\", \"storage\"");
  }

  /// No desk takes messages.
  ResponseEntity<byte[]> closed(HttpServletRequest request, Language language) {
    NoteView view = new NoteView(pages.step(language), "contact.closed", List.of(BEGIN));
    return pages.show(request, 503, "note", view, language);
  }

  /// The receipt is kept: two words of it were right.
  ResponseEntity<byte[]> kept(HttpServletRequest request, Language language) {
    NoteView view =
        new NoteView(
            pages.signedIn(language, false),
            "contact.receipt.done",
            List.of(new Step("", "contact.thread.title")));
    return pages.show(request, "note", view, language);
  }

  ResponseEntity<byte[]> forgetting(HttpServletRequest request, ResponseEntity<byte[]> page) {
    return cookies.of(request).isEmpty() ? page : with(page, cookies.delete(request));
  }

  private ResponseEntity<byte[]> note(
      HttpServletRequest request, Language language, String key, Step... steps) {
    NoteView view = new NoteView(pages.step(language), key, List.of(steps));
    return pages.show(request, "note", view, language);
  }

  private static List<Message> messages(List<Said> said, Language language) {
    List<Message> messages = new ArrayList<>();
    for (Said one : said) {
      List<Attachment> files = new ArrayList<>();
      for (Said.SentFile file : one.files()) {
        String size = size(file.size(), language);
        files.add(new Attachment(file.id(), files.size() + 1, size));
      }
      String day = Formats.day(one.day(), language);
      messages.add(new Message(one.bySource(), day, one.readable(), one.text(), files));
    }
    return messages;
  }

  /// Files of the desk in that thread, by id.
  static Optional<Said.SentFile> find(List<Said> said, UUID id) {
    return said.stream()
        .filter(one -> !one.bySource())
        .flatMap(one -> one.files().stream())
        .filter(file -> file.id().equals(id))
        .findFirst();
  }

  private static String digits(Receipt receipt) {
    return String.join(" ", receipt.digits());
  }

  private static String size(long bytes, Language language) {
    Messages t = Messages.ofContact(language);
    long kib = Math.max(1, (bytes + 1023) / 1024);
    return kib < 1024
        ? t.get("contact.thread.size.kb", "n", kib)
        : t.get("contact.thread.size.mb", "n", (kib + 1023) / 1024);
  }
}

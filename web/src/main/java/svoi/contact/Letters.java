package svoi.contact;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.InvalidPathException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import svoi.intake.Draft;
import svoi.intake.Dropbox;
import svoi.intake.IntakeRefused;
import svoi.intake.IntakeUnavailable;
import svoi.intake.Visit;
import svoi.platform.Kyiv;
import svoi.platform.Language;
import svoi.web.Limits;
import svoi.web.Limits.Budget;
import svoi.web.Places;
import svoi.web.SiteSettings;
import svoi.web.TooManyRequests;
import svoi.web.Uploads;

/// Takes forms with files: a first message, or more words in a conversation.
///
/// Each file goes from the connection into its seal; what is wrong with the fields is found before
/// the first file is read. Whatever was typed comes back with the refusal.
final class Letters {
  /// Bytes of one form with all its files.
  private static final long MOST_BYTES = 8 * Draft.MOST_BYTES;

  /// Forms that arrive at the same time: each holds two segments of a file in memory.
  private static final int PLACES = 64;

  /// Of these, one network or one circuit of Tor takes so many: somebody with two windows open is
  /// not hindered, and somebody with a hundred connections hinders nobody else.
  private static final int EACH = 8;

  private final Places places;
  private final Dropbox dropbox;
  private final Conversation conversation;
  private final ContactPages pages;
  private final FormTokens tokens;
  private final Forms forms;
  private final Limits limits;
  private final SiteSettings site;
  private final Clock clock;

  Letters(
      Dropbox dropbox,
      Conversation conversation,
      ContactPages pages,
      FormTokens tokens,
      Forms forms,
      Limits limits,
      SiteSettings site,
      Clock clock) {
    this.dropbox = dropbox;
    this.conversation = conversation;
    this.pages = pages;
    this.tokens = tokens;
    this.forms = forms;
    this.limits = limits;
    this.places = limits.places(PLACES, EACH);
    this.site = site;
    this.clock = clock;
  }

  /// An empty form, if the desk that would answer takes messages.
  ResponseEntity<byte[]> form(HttpServletRequest request, Language language, Typed typed) {
    Route route = route(typed);
    return dropbox.takes(route.desk())
        ? form(request, language, typed, Optional.empty(), false)
        : conversation.closed(request, language);
  }

  /// A filled form.
  ResponseEntity<byte[]> take(HttpServletRequest request, Language language) {
    Optional<Places.Place> free = places.take(request);
    if (free.isEmpty()) {
      return pages.problem(request, language, HttpStatus.SERVICE_UNAVAILABLE.value());
    }
    try (Places.Place _ = free.get()) {
      return takeOne(request, language);
    }
  }

  private ResponseEntity<byte[]> takeOne(HttpServletRequest request, Language language) {
    Form form = new Form(new SteadyRequest(request), language);
    try (Draft draft = dropbox.draft()) {
      return form.take(draft);
    } catch (Refused e) {
      return form.refuse(e.refusal());
    } catch (TooManyRequests e) {
      return form.refuse(Refusal.tooMany());
    } catch (Uploads.TooLarge e) {
      return form.refuse(Refusal.tooLarge());
    } catch (IOException | InvalidPathException e) {
      return form.refuse(Refusal.of("upload_unreadable"));
    } catch (IntakeUnavailable e) {
      return form.refuse(Refusal.of(e));
    } catch (IntakeRefused e) {
      return e.reason() == IntakeRefused.Reason.GONE
          ? conversation.ended(request, language, form.typed.get("text"))
          : form.refuse(Refusal.of(e));
    }
  }

  /// One form while it is being read.
  private final class Form {
    private final SteadyRequest request;
    private final Language language;
    private final Typed typed = new Typed();
    private int files;
    private boolean checked;

    Form(SteadyRequest request, Language language) {
      this.request = request;
      this.language = language;
    }

    ResponseEntity<byte[]> take(Draft draft) throws IOException {
      typed.add(
          Uploads.read(
              request,
              MOST_BYTES,
              (field, name, content, before) -> {
                typed.add(before);
                check();
                add(draft, name, content);
              }));
      check();
      return typed.is("step", "reply") ? reply(draft) : send(draft);
    }

    /// Before the first file, or at the end if there is none.
    private void check() {
      if (checked) {
        return;
      }
      checked = true;
      boolean fresh = tokens.use(typed.get("token"));
      if (!fresh || typed.has("website")) {
        throw new Refused(Refusal.used());
      }
      limits.spend(Budget.MESSAGES, request);
      if (typed.is("step", "reply")) {
        var _ = conversation.visit(request).orElseThrow(this::over);
      } else {
        letter();
      }
    }

    private IntakeRefused over() {
      return new IntakeRefused(IntakeRefused.Reason.GONE);
    }

    private void add(Draft draft, String name, InputStream content) throws IOException {
      files++;
      PushbackInputStream whole = new PushbackInputStream(content);
      int first = whole.read();
      if (first < 0) {
        throw new Refused(Refusal.of("file_empty"));
      }
      whole.unread(first);
      draft.add(name, "application/octet-stream", whole);
    }

    private ResponseEntity<byte[]> send(Draft draft) {
      Letter letter = letter();
      if (!letter.hasWords() && files == 0) {
        throw new Refused(Refusal.of("text_required"));
      }
      return conversation.opened(
          request,
          language,
          dropbox.open(
              letter.route().desk(), letter.about(), letter.text(), letter.duress(), draft));
    }

    private ResponseEntity<byte[]> reply(Draft draft) {
      Visit visit = conversation.visit(request).orElseThrow(this::over);
      String text = typed.get("text").strip().replace("\r\n", "\n");
      if (text.length() > Letter.LONGEST_TEXT) {
        throw new Refused(Refusal.of("text_too_long"));
      }
      dropbox.reply(visit, text, draft);
      return conversation.thread(request, language, visit, true);
    }

    private Letter letter() {
      LocalDate today = LocalDate.now(clock.withZone(Kyiv.ZONE));
      return Letter.read(route(typed), forms, typed, language, today, dropbox.keptUntil());
    }

    ResponseEntity<byte[]> refuse(Refusal refusal) {
      Refusal why = request.isSlow() ? Refusal.of("upload_slow") : refusal;
      if (!typed.is("step", "reply")) {
        return Route.of(typed.get("for")).isPresent()
            ? form(request, language, typed, Optional.of(why), files > 0)
            : pages.problem(request, language, why.status());
      }
      return conversation
          .visit(request)
          .map(
              visit ->
                  conversation.thread(
                      request,
                      language,
                      visit,
                      false,
                      typed.get("text"),
                      Optional.of(why),
                      files > 0))
          .orElseGet(() -> conversation.ended(request, language, typed.get("text")));
    }
  }

  private ResponseEntity<byte[]> form(
      HttpServletRequest request,
      Language language,
      Typed typed,
      Optional<Refusal> refusal,
      boolean lostFiles) {
    Route route = route(typed);
    List<Field> fields = forms.of(route);
    FormView view =
        new FormView(
            pages.step(language),
            route,
            typed.has("child"),
            tokens.fresh(),
            fields,
            typed,
            refusal,
            site.institutions(),
            lostFiles);
    return pages.show(request, refusal.map(Refusal::status).orElse(200), "form", view, language);
  }

  private static Route route(Typed typed) {
    return Route.of(typed.get("for"))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
  }
}

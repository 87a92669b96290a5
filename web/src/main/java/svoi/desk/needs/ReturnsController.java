package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Sent;
import svoi.desk.Typed;
import svoi.exchange.ReturnState;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.NeedFilter;
import svoi.exchange.needs.NeedSaving;
import svoi.exchange.needs.Returns;
import svoi.exchange.needs.Track;
import svoi.staff.Right;

/// The track of unconditional return: step by step, with nothing given for it (R50).
@Controller
final class ReturnsController {
  private static final int PAGE = 50;
  private static final NeedFilter EVERYBODY =
      new NeedFilter(
          Track.UNCONDITIONAL,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          NeedFilter.Order.CAPTIVITY);

  private final DeskPages pages;
  private final NeedDesk desk;
  private final Returns returns;
  private final Clock clock;

  ReturnsController(DeskPages pages, NeedDesk desk, Returns returns, Clock clock) {
    this.pages = pages;
    this.desk = desk;
    this.returns = returns;
    this.clock = clock;
  }

  @Needs(Right.READ_RETURN_TRACK)
  @GetMapping("/desk/returns")
  ResponseEntity<byte[]> list(HttpServletRequest request, Officer officer) {
    @Nullable UUID after = Typed.of(request).id("after").orElse(null);
    List<AwaitedFile> found = desk.cards().page(EVERYBODY, after, PAGE + 1, officer.member());
    boolean more = found.size() > PAGE;
    List<AwaitedFile> page = more ? found.subList(0, PAGE) : found;
    desk.shown(officer, "desk.returns", NeedDesk.ids(page));
    Optional<String> next =
        more ? Optional.of("/desk/returns?after=" + page.getLast().id().value()) : Optional.empty();
    return pages.show(
        request,
        officer,
        "desk/needs/returns",
        "desk.needs.returns.title",
        frame -> new ReturnsView(frame, officer, LocalDate.now(clock), page, next));
  }

  private AwaitedFile file(Officer officer, UUID id) {
    AwaitedFile file = desk.file(officer, id);
    if (file.track() != Track.UNCONDITIONAL) {
      throw new NotReached();
    }
    return file;
  }

  @Needs(Right.READ_RETURN_TRACK)
  @GetMapping("/desk/returns/{id}")
  ResponseEntity<byte[]> one(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return show(request, officer, 200, file(officer, id), Typed.empty());
  }

  @Needs(Right.EDIT_RETURN_TRACK)
  @PostMapping("/desk/returns/{id}")
  ResponseEntity<byte[]> open(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedFile file = file(officer, id);
    return answer(request, officer, file, Typed.empty(), returns.open(file, officer.member()));
  }

  @Needs(Right.EDIT_RETURN_TRACK)
  @PostMapping("/desk/returns/{id}/steps")
  ResponseEntity<byte[]> step(HttpServletRequest request, Officer officer, @PathVariable UUID id)
      throws IOException {
    AwaitedFile file = file(officer, id);
    return Sent.take(
        request,
        Sent.SCAN_BYTES,
        sent ->
            recorded(officer, file, sent)
                .map(saving -> answer(request, officer, file, sent.typed(), saving))
                .orElseGet(() -> show(request, officer, 422, file, sent.typed())));
  }

  /// Empty if the form could not be read.
  private Optional<NeedSaving> recorded(Officer officer, AwaitedFile file, Sent sent) {
    Typed typed = sent.typed();
    if (sent.tooLarge()) {
      typed.wrong("evidence", "desk.needs.wrong.too-large");
      return Optional.empty();
    }
    Optional<ReturnState> seen = ReturnState.of(typed.text("seen"));
    Optional<ReturnState> state = ReturnState.of(typed.text("state"));
    if (file.back().isEmpty() || seen.isEmpty() || state.isEmpty()) {
      typed.wrong("state", "desk.needs.wrong.state");
    }
    String through = typed.text("through");
    typed.needed("on");
    Optional<LocalDate> on = typed.date("on");
    if (!typed.ok() || seen.isEmpty() || state.isEmpty() || on.isEmpty()) {
      return Optional.empty();
    }
    Returns.Entry entry =
        new Returns.Entry(
            state.get(), Returns.THROUGH.contains(through) ? through : null, on.get());
    return Optional.of(returns.step(file, seen.get(), entry, sent.file(), officer.member()));
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request,
      Officer officer,
      AwaitedFile file,
      Typed typed,
      NeedSaving saving) {
    return switch (saving) {
      case NeedSaving.Saved _ ->
          DeskPages.see("/desk/returns/" + file.id().value(), "needs.step-recorded");
      case NeedSaving.Refused refused -> {
        NeedWords.show(typed, refused.findings());
        yield show(request, officer, 422, file, typed);
      }
      case NeedSaving.Stale stale ->
          show(
              request,
              officer,
              412,
              stale.current(),
              typed.wrong("", "desk.needs.wrong.stale-state"));
    };
  }

  @Needs(value = Right.READ_RETURN_TRACK, stepUp = true)
  @GetMapping("/desk/returns/{id}/evidence/{step}")
  ResponseEntity<InputStreamResource> evidence(
      Officer officer, @PathVariable UUID id, @PathVariable UUID step) {
    return NeedStatesController.answer(
        returns.open(file(officer, id), step, officer.member()).orElseThrow(NotReached::new), step);
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, AwaitedFile file, Typed typed) {
    desk.shown(officer, "desk.return", List.of(file.id().value()));
    return pages.show(
        request,
        officer,
        status,
        "desk/needs/return",
        "desk.needs.return.title",
        frame ->
            new ReturnView(
                frame,
                file,
                officer.may(Right.EDIT_RETURN_TRACK),
                returns.steps(file, officer.member()),
                file.back().map(back -> returns.next(back.state())).orElse(List.of()),
                typed));
  }
}

package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
import svoi.exchange.AwaitedState;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.AwaitedStates;
import svoi.exchange.needs.NeedSaving;
import svoi.exchange.needs.Restricted;
import svoi.exchange.needs.Source;
import svoi.staff.Right;

/// What became known of an awaited person, its evidence, and what is restricted.
@Controller
final class NeedStatesController {
  private final DeskPages pages;
  private final NeedDesk desk;
  private final AwaitedStates states;

  NeedStatesController(DeskPages pages, NeedDesk desk, AwaitedStates states) {
    this.pages = pages;
    this.desk = desk;
    this.states = states;
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @GetMapping("/desk/needs/{id}/states")
  ResponseEntity<byte[]> form(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedFile file = desk.editable(officer, id);
    desk.shown(officer, "desk.need", List.of(file.id().value()));
    return show(request, officer, 200, file, Typed.empty());
  }

  @Needs({Right.EDIT_NEEDS, Right.EDIT_RETURN_TRACK})
  @PostMapping("/desk/needs/{id}/states")
  ResponseEntity<byte[]> record(HttpServletRequest request, Officer officer, @PathVariable UUID id)
      throws IOException {
    AwaitedFile file = desk.editable(officer, id);
    return Sent.take(request, Sent.SCAN_BYTES, sent -> answer(request, officer, file, sent));
  }

  private ResponseEntity<byte[]> answer(
      HttpServletRequest request, Officer officer, AwaitedFile file, Sent sent) {
    Typed typed = sent.typed();
    NeedSaving saving = recorded(officer, file, sent).orElse(null);
    return switch (saving) {
      case null -> show(request, officer, 422, file, typed);
      case NeedSaving.Saved _ -> DeskPages.see(NeedDesk.path(file.id().value()), "needs.recorded");
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

  /// Empty if the form could not be read.
  private Optional<NeedSaving> recorded(Officer officer, AwaitedFile file, Sent sent) {
    Typed typed = sent.typed();
    if (sent.tooLarge()) {
      typed.wrong("evidence", "desk.needs.wrong.too-large");
      return Optional.empty();
    }
    Optional<AwaitedState> state =
        AwaitedState.of(typed.text("state")).filter(states.next(file.state())::contains);
    if (state.isEmpty()) {
      typed.wrong("state", "desk.needs.wrong.state");
    }
    Optional<Source> source = Source.of(typed.text("source"));
    boolean confirms = state.filter(AwaitedState.CONFIRMED::equals).isPresent();
    if (confirms && source.isEmpty()) {
      typed.wrong("source", "desk.needs.wrong.source");
    }
    typed.needed("on");
    Optional<LocalDate> on = typed.date("on");
    if (!typed.ok() || state.isEmpty() || on.isEmpty()) {
      return Optional.empty();
    }
    AwaitedStates.Entry entry =
        new AwaitedStates.Entry(state.get(), confirms ? source.orElseThrow() : null, on.get());
    int version = typed.whole("version").orElse(-1);
    return Optional.of(states.record(file, version, entry, sent.file(), officer.member()));
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, AwaitedFile file, Typed typed) {
    return pages.show(
        request,
        officer,
        status,
        "desk/needs/states",
        "desk.needs.states.title",
        frame -> new NeedStatesView(frame, file, states.next(file.state()), typed));
  }

  @Needs(
      value = {Right.READ_NEEDS, Right.READ_RETURN_TRACK},
      stepUp = true)
  @GetMapping("/desk/needs/{id}/evidence/{event}")
  ResponseEntity<InputStreamResource> evidence(
      Officer officer, @PathVariable UUID id, @PathVariable UUID event) {
    AwaitedFile file = desk.file(officer, id);
    return answer(states.open(file, event, officer.member()).orElseThrow(NotReached::new), event);
  }

  static ResponseEntity<InputStreamResource> answer(AwaitedStates.Scan scan, UUID name) {
    ContentDisposition download =
        ContentDisposition.attachment().filename("evidence-" + name + "." + scan.ending()).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(scan.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(new InputStreamResource(scan.content()));
  }

  @Needs(
      value = {Right.READ_NEEDS, Right.READ_RETURN_TRACK},
      stepUp = true)
  @GetMapping("/desk/needs/{id}/restricted")
  ResponseEntity<byte[]> restricted(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    AwaitedFile file = desk.file(officer, id);
    Restricted restricted = desk.files().open(file, officer.member());
    return pages.show(
        request,
        officer,
        "desk/needs/restricted",
        "desk.needs.restricted.title",
        frame -> new RestrictedView(frame, file, restricted));
  }
}

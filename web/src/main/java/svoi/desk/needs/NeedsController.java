package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.exchange.AwaitedState;
import svoi.exchange.Category;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.AwaitedNames;
import svoi.exchange.needs.Health;
import svoi.exchange.needs.NeedFilter;
import svoi.exchange.needs.Track;
import svoi.names.Answer;
import svoi.staff.Right;

/// Finding those who are awaited: by name, or page by page.
@Controller
final class NeedsController {
  private static final int PAGE = 50;
  private static final int HITS = 20;

  private final DeskPages pages;
  private final NeedDesk desk;
  private final Clock clock;

  NeedsController(DeskPages pages, NeedDesk desk, Clock clock) {
    this.pages = pages;
    this.desk = desk;
    this.clock = clock;
  }

  @Needs({Right.READ_NEEDS, Right.READ_RETURN_TRACK})
  @GetMapping("/desk/needs")
  ResponseEntity<byte[]> list(HttpServletRequest request, Officer officer) {
    Typed asked = Typed.of(request);
    NeedFilter filter = filter(asked, officer);
    String query = asked.text("q");
    if (!query.isEmpty()) {
      Answer<AwaitedNames.Known> answer = desk.names().search(query, officer.member(), HITS);
      return list(
          request,
          officer,
          query,
          filter,
          desk.found(answer.matches(), officer),
          desk.found(answer.similar(), officer));
    }
    List<AwaitedFile> page =
        desk.cards().page(filter, asked.id("after").orElse(null), PAGE + 1, officer.member());
    return list(request, officer, "", filter, page, List.of());
  }

  private static NeedFilter filter(Typed asked, Officer officer) {
    List<Track> seen = Track.seenBy(officer.member());
    Track track = Track.of(asked.text("track")).filter(seen::contains).orElse(seen.getFirst());
    int months =
        NeedFilter.MONTHS.stream()
            .filter(m -> asked.text("held").equals(m.toString()))
            .findFirst()
            .orElse(0);
    return new NeedFilter(
        track,
        Category.of(asked.text("category")),
        Health.of(asked.text("condition")),
        AwaitedState.of(asked.text("state")),
        months,
        NeedFilter.Order.of(asked.text("order")));
  }

  private ResponseEntity<byte[]> list(
      HttpServletRequest request,
      Officer officer,
      String query,
      NeedFilter filter,
      List<AwaitedFile> found,
      List<AwaitedFile> similar) {
    boolean more = query.isEmpty() && found.size() > PAGE;
    List<AwaitedFile> page = more ? found.subList(0, PAGE) : found;
    desk.shown(
        officer,
        query.isEmpty() ? "desk.needs" : "desk.need-search",
        Stream.concat(page.stream(), similar.stream()).map(f -> f.id().value()).toList());
    Optional<String> next =
        more
            ? Optional.of(
                "/desk/needs?track=%s&category=%s&condition=%s&state=%s&held=%d&order=%s&after=%s"
                    .formatted(
                        filter.track().code(),
                        filter.category().map(Category::code).orElse(""),
                        filter.health().map(Health::code).orElse(""),
                        filter.state().map(AwaitedState::code).orElse(""),
                        filter.heldMonths(),
                        filter.order().code(),
                        page.getLast().id().value()))
            : Optional.empty();
    return pages.show(
        request,
        officer,
        "desk/needs/list",
        "desk.needs.list.title",
        frame ->
            new NeedListView(
                frame,
                officer,
                LocalDate.now(clock),
                query,
                filter,
                Track.seenBy(officer.member()),
                page,
                similar,
                next));
  }
}

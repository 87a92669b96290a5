package svoi.desk.offers;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.cases.PersonId;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Refusals;
import svoi.desk.Typed;
import svoi.exchange.OfferedKind;
import svoi.exchange.offers.Availability;
import svoi.exchange.offers.Noted;
import svoi.exchange.offers.OfferFilter;
import svoi.exchange.offers.OfferList;
import svoi.exchange.offers.Offers;
import svoi.exchange.offers.Reason;
import svoi.reference.Reference;
import svoi.register.Access;
import svoi.register.Reach;
import svoi.staff.Right;

/// Who is available on a day; recording that a convicted person may be offered.
@Controller
final class OffersController {
  private final DeskPages pages;
  private final Availability availability;
  private final Offers offers;
  private final Reach reach;
  private final Reference reference;
  private final Clock clock;

  OffersController(
      DeskPages pages,
      Availability availability,
      Offers offers,
      Reach reach,
      Reference reference,
      Clock clock) {
    this.pages = pages;
    this.availability = availability;
    this.offers = offers;
    this.reach = reach;
    this.reference = reference;
    this.clock = clock;
  }

  @Needs(Right.READ_OFFERS)
  @GetMapping("/desk/offers")
  ResponseEntity<byte[]> list(HttpServletRequest request, Officer officer) {
    return list(request, officer, 200, Typed.of(request));
  }

  private ResponseEntity<byte[]> list(
      HttpServletRequest request, Officer officer, int status, Typed typed) {
    OfferFilter filter = filter(typed);
    OfferList list = availability.on(filter, officer.member());
    return pages.show(
        request,
        officer,
        status,
        "desk/offers/list",
        "desk.offers.title",
        frame ->
            new OffersView(
                frame,
                filter,
                list,
                LocalDate.now(clock),
                reference.regions(),
                officer.may(Right.EDIT_OFFERS),
                typed,
                list.next().map(last -> address(filter) + "&after=" + last)));
  }

  private OfferFilter filter(Typed asked) {
    LocalDate day = asked.date("day").orElseGet(() -> LocalDate.now(clock));
    String show = asked.text("show");
    boolean known =
        show.equals(OfferFilter.AVAILABLE)
            || show.equals(OfferFilter.READY)
            || Reason.of(show).isPresent();
    String region = asked.text("region");
    return new OfferFilter(
        day,
        OfferedKind.of(asked.text("kind")),
        known ? show : "",
        reference.regions().stream().anyMatch(r -> r.iso().equals(region)) ? region : "",
        asked.text("sort").equals("name") ? OfferFilter.Sort.NAME : OfferFilter.Sort.WAITING,
        asked.id("after"));
  }

  static String address(OfferFilter filter) {
    return "/desk/offers?day=%s&kind=%s&show=%s&region=%s&sort=%s"
        .formatted(
            filter.day(),
            filter.kind().map(OfferedKind::code).orElse(""),
            filter.show(),
            filter.region(),
            filter.sort().code());
  }

  @Needs(Right.EDIT_OFFERS)
  @PostMapping("/desk/offers")
  ResponseEntity<byte[]> record(HttpServletRequest request, Officer officer) {
    Typed typed = Typed.of(request);
    Optional<UUID> id = typed.id("person");
    PersonId person = id.map(PersonId::new).orElseThrow(NotReached::new);
    if (!reach.of(officer.member(), person).reaches(Access.FILE) && !offers.consents(person)) {
      throw new NotReached();
    }
    return switch (offers.register(person, officer.member())) {
      case Noted.Done done -> DeskPages.see("/desk/offers/" + done.id(), "offers.recorded");
      case Noted.Refused refused -> {
        Refusals.show(typed, officer.messages(), refused.findings());
        yield list(request, officer, 409, typed);
      }
      case Noted.Stale() -> throw new NotReached();
    };
  }
}

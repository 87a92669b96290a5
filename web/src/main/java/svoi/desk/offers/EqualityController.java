package svoi.desk.offers;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import svoi.desk.DeskPages;
import svoi.desk.Extract;
import svoi.desk.Needs;
import svoi.desk.Officer;
import svoi.exchange.ShortCode;
import svoi.exchange.offers.Equality;
import svoi.exchange.offers.EqualityReport;
import svoi.reference.Reference;
import svoi.staff.Right;
import svoi.web.Formats;
import svoi.web.Messages;

/// Whether published and unpublished persons are treated alike (R17): a page and a table to take
/// away. Nobody can be told from it.
@Controller
final class EqualityController {
  private static final List<String> COLUMNS =
      List.of("division", "group", "publication", "persons", "weeks", "listed", "left");

  private final DeskPages pages;
  private final Equality equality;
  private final Reference reference;
  private final Clock clock;

  EqualityController(DeskPages pages, Equality equality, Reference reference, Clock clock) {
    this.pages = pages;
    this.equality = equality;
    this.reference = reference;
    this.clock = clock;
  }

  @Needs(Right.READ_OFFERS)
  @GetMapping("/desk/offers/equality")
  ResponseEntity<byte[]> page(HttpServletRequest request, Officer officer) {
    EqualityReport report = equality.report(officer.member());
    return pages.show(
        request,
        officer,
        "desk/offers/equality",
        "desk.offers.equality.title",
        frame -> new EqualityView(frame, report, reference, LocalDate.now(clock)));
  }

  @Needs(Right.READ_OFFERS)
  @GetMapping("/desk/offers/equality.csv")
  ResponseEntity<byte[]> table(Officer officer) {
    Messages t = officer.messages();
    EqualityReport report = equality.report(officer.member());
    List<List<String>> rows = new ArrayList<>();
    for (EqualityView.Part part : EqualityView.parts(report)) {
      for (EqualityReport.Row row : part.table().rows()) {
        String group = EqualityView.name(part.key(), row, reference, t);
        rows.add(row(part, group, "agreed", row.published(), t));
        rows.add(row(part, group, "refused", row.unpublished(), t));
      }
    }
    Extract extract =
        new Extract(
            t.get("desk.offers.equality.title"),
            mark(officer),
            t.get("desk.offers.equality.mark"),
            COLUMNS.stream().map(c -> t.get("desk.offers.equality.column." + c)).toList(),
            new float[0],
            rows);
    ContentDisposition download =
        ContentDisposition.attachment()
            .filename("equal-treatment-" + LocalDate.now(clock) + ".csv")
            .build();
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(extract.csv());
  }

  private String mark(Officer officer) {
    return ShortCode.of(officer.member().id().value())
        + ", "
        + Formats.moment(clock.instant(), officer.language());
  }

  private static List<String> row(
      EqualityView.Part part, String group, String track, EqualityReport.Cell cell, Messages t) {
    return Stream.of(
            t.get("desk.offers.equality.part." + part.key()),
            group,
            t.get("desk.offers.equality." + track),
            Integer.toString(cell.persons()),
            Integer.toString(cell.weeks()),
            share(cell.listed()),
            share(cell.crossed()))
        .toList();
  }

  private static String share(Optional<Integer> share) {
    return share.map(String::valueOf).orElse("");
  }
}

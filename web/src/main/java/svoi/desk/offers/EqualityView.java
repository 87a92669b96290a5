package svoi.desk.offers;

import java.time.LocalDate;
import java.util.List;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.exchange.offers.EqualityReport;
import svoi.reference.Reference;
import svoi.web.Messages;

/// The report on equal treatment.
public record EqualityView(Frame frame, EqualityReport report, Reference reference, LocalDate today)
    implements DeskView {
  /// A table of the report and what its rows are called by.
  public record Part(String key, EqualityReport.Table table) {}

  /// The tables in the order in which they are read.
  public List<Part> parts() {
    return parts(report);
  }

  static List<Part> parts(EqualityReport report) {
    return List.of(
        new Part("all", report.all()),
        new Part("sex", report.bySex()),
        new Part("region", report.byRegion()));
  }

  /// How a row is called.
  public String name(String part, EqualityReport.Row row, Messages t) {
    return name(part, row, reference, t);
  }

  static String name(String part, EqualityReport.Row row, Reference reference, Messages t) {
    String group = row.group();
    if (group.equals(EqualityReport.TOGETHER)) {
      return t.get("desk.offers.equality.together");
    }
    return switch (part) {
      case "sex" -> t.get("desk.needs.sex." + group);
      case "region" -> group.isEmpty() ? "–" : reference.region(group).in(t.language()).name();
      default -> t.get("desk.offers.equality.everybody");
    };
  }

  /// Whether the two tracks stand so far apart that the monitor has to ask why.
  public boolean alerts() {
    return report.all().rows().stream().anyMatch(EqualityReport.Row::isApart);
  }
}

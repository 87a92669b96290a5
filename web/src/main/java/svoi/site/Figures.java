package svoi.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import svoi.reference.PublishedFigure;
import svoi.reference.Reference;
import svoi.web.Messages;

/// Which published figures stand on pages. Each stands alone; none is added to another.
final class Figures {
  /// The day on which the project was announced: its figures are the opening balance.
  static final LocalDate LAUNCH = LocalDate.of(2024, 7, 25);

  private record Series(String subject, String metric) {}

  private static final List<Series> OPENING =
      List.of(
          new Series("exchanges", "exchanges_held"),
          new Series("exchanges", "returned"),
          new Series("sbu", "investigations_of_collaborators"));

  private static final List<Series> BAND =
      List.of(
          new Series("exchanges", "returned"),
          new Series("exchanges", "returned_all_tracks"),
          new Series("hochu-k-svoim", "profiles_published"),
          new Series("hochu-k-svoim", "left_in_one_exchange"));

  private static final List<Series> PROJECT =
      List.of(
          new Series("hochu-k-svoim", "profiles_published"),
          new Series("hochu-k-svoim", "left_in_one_exchange"),
          new Series("hochu-k-svoim", "shortest_wait_days"),
          new Series("hochu-k-svoim", "applications_to_leave"),
          new Series("hochu-k-svoim", "stopped_cooperation"));

  private static final List<Series> RETURNED =
      List.of(new Series("exchanges", "returned"), new Series("exchanges", "returned_all_tracks"));

  private final Reference reference;

  Figures(Reference reference) {
    this.reference = reference;
  }

  /// The figures of the launch.
  List<FigureView> opening(Messages t) {
    List<PublishedFigure> then =
        reference.figures().stream().filter(figure -> figure.asOf().equals(LAUNCH)).toList();
    return views(then, OPENING, t);
  }

  /// The newest ones for the home page.
  List<FigureView> band(Messages t) {
    return views(later(), BAND, t);
  }

  /// The newest ones of people who came home.
  List<FigureView> returned(Messages t) {
    return views(later(), RETURNED, t);
  }

  /// The newest ones of the project itself.
  List<FigureView> project(Messages t) {
    return views(later(), PROJECT, t);
  }

  private List<PublishedFigure> later() {
    return reference.figures().stream().filter(figure -> figure.asOf().isAfter(LAUNCH)).toList();
  }

  private static List<FigureView> views(
      List<PublishedFigure> from, List<Series> wanted, Messages t) {
    Stream<PublishedFigure> found =
        wanted.stream()
            .map(series -> FigureView.newest(from, series.subject(), series.metric()))
            .flatMap(Optional::stream);
    return found.map(figure -> FigureView.of(figure, t)).toList();
  }
}

package svoi.desk.intake;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Officer;
import svoi.intake.Figures;

/// Counts, none under five.
///
/// @param now what the desks of an unlocked member count now; empty for others
public record CountsView(Frame frame, Officer officer, List<Figures.Kept> kept, List<Now> now)
    implements DeskView {
  public CountsView {
    kept = List.copyOf(kept);
    now = List.copyOf(now);
  }

  /// One desk.
  public record Now(
      String desk, Map<Figures.Cell, OptionalInt> weekly, Map<YearMonth, OptionalInt> stopped) {}

  public int smallest() {
    return Figures.SMALLEST_CELL;
  }
}

package svoi.register;

import java.util.Optional;
import svoi.platform.Language;

/// Words of a plot that the detector marked.
///
/// @param reason why they may stay; empty while the mark is open
public record PlotMark(Language language, TextCheck.Mark mark, Optional<String> reason) {
  public boolean open() {
    return reason.isEmpty();
  }
}

package svoi.desk.profiles;

import svoi.platform.Sha256;
import svoi.register.PlotMark;
import svoi.register.TextCheck;

/// Words that the detector marked, in their sentence.
///
/// @param field name of the field for a reason
/// @param reason why they may stay, as it is kept; empty while there is none
public record MarkView(
    String language,
    String code,
    boolean clearable,
    String before,
    String words,
    String after,
    String field,
    String reason) {

  static MarkView of(PlotMark plot) {
    TextCheck.Mark mark = plot.mark();
    int at = Math.max(0, mark.passage().indexOf(mark.words()));
    int end = Math.min(mark.passage().length(), at + mark.words().length());
    return new MarkView(
        plot.language().code(),
        mark.code(),
        mark.clearable(),
        mark.passage().substring(0, at),
        mark.words(),
        mark.passage().substring(end),
        field(plot),
        plot.reason().orElse(""));
  }

  /// The same words in the same sentence have the same name, wherever they stand.
  static String field(PlotMark plot) {
    String passage = Sha256.hex(Sha256.of(plot.mark().passage())).substring(0, 8);
    return String.join("-", "reason", plot.language().code(), plot.mark().code(), passage);
  }

  public boolean open() {
    return reason.isEmpty();
  }

  /// Message: what kind of words this is.
  public String kind() {
    return "desk.profiles.mark." + code;
  }
}

package svoi.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import svoi.web.Layout;

/// Figures of officials that differ.
public record ReconciliationView(Layout layout, List<RegisterView.Step> trail, List<Pair> pairs) {
  public ReconciliationView {
    trail = List.copyOf(trail);
    pairs = List.copyOf(pairs);
  }

  /// Two statements that a reader may meet.
  ///
  /// @param key anchor of the pair
  /// @param difference of the second from the first; null where the first is "more than"
  public record Pair(
      String key,
      String title,
      Statement first,
      Statement second,
      @Nullable String difference,
      String reason) {}

  /// A figure as it was said.
  public record Statement(String value, String what, String day, String source) {}
}

package svoi.site;

import java.util.List;
import svoi.web.Layout;

/// The register, or one region of it.
///
/// @param trail names and addresses of the pages above this one
public record RegisterView(
    Layout layout, String heading, String lead, List<Step> trail, ListView list) {
  public RegisterView {
    trail = List.copyOf(trail);
  }

  /// A page above this one.
  public record Step(String href, String text) {}
}

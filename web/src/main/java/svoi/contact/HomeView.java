package svoi.contact;

import java.util.Map;

/// The first page: who somebody is, and what they can do.
///
/// @param addresses of the pages of advice, by name
public record HomeView(Frame frame, Map<String, String> addresses) {
  public HomeView {
    addresses = Map.copyOf(addresses);
  }

  /// Where a page of advice is.
  public String to(String name) {
    return frame.to(addresses.getOrDefault(name, ""));
  }
}

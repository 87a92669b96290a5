package svoi.contact;

import java.util.Map;

/// A page of advice.
///
/// @param updated its day, in words
/// @param addresses of the pages of advice, by name
/// @param decision address of the first question of the decision aid
public record AdviceView(
    Frame frame,
    AdvicePage advice,
    String updated,
    Map<String, String> addresses,
    String decision) {
  public AdviceView {
    addresses = Map.copyOf(addresses);
  }

  /// Where a page of advice is.
  public String to(String name) {
    return frame.to(addresses.getOrDefault(name, ""));
  }
}

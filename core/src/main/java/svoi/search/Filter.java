package svoi.search;

import java.util.Optional;

/// What a reader narrows the list to. Nothing here can ask for an absent consent.
///
/// @param region ISO 3166-2 code
/// @param article number of the article, any part
public record Filter(
    Optional<String> region, Optional<String> article, boolean withVideo, boolean departed) {
  /// No narrowing.
  public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), false, false);
}

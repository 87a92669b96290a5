package svoi.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import svoi.register.ProfileId;

/// One page of a list, with counts beside each filter.
///
/// @param total profiles under the whole filter
/// @param first 1-based place of the first row in the list; 0 when empty
/// @param before cursor of the previous page: give it as `before`
/// @param after cursor of the next page: give it as `after`
/// @param byRegion counts under the other filters, by ISO code; regions with none are absent
/// @param byArticle counts under the other filters, by article number
/// @param withVideo count under the other filters
/// @param departed count under the other filters
public record Listing(
    List<ProfileId> ids,
    int total,
    int first,
    Optional<ProfileId> before,
    Optional<ProfileId> after,
    Map<String, Integer> byRegion,
    Map<String, Integer> byArticle,
    int withVideo,
    int departed) {
  public Listing {
    ids = List.copyOf(ids);
    byRegion = Map.copyOf(byRegion);
    byArticle = Map.copyOf(byArticle);
  }
}

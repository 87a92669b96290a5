package svoi.search;

import java.util.List;
import svoi.register.ProfileId;

/// What a search by name found.
///
/// @param matches best first
/// @param more whether there are further ones beyond the limit
public record Found(List<ProfileId> matches, boolean more) {
  public Found {
    matches = List.copyOf(matches);
  }
}

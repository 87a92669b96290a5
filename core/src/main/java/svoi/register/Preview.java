package svoi.register;

import java.util.List;

/// A profile as the public would see it if nothing stood between.
///
/// @param assumed dates that are not known yet, for which today stands: `exchange`, `in-force`,
///     `updated`
/// @param hidden media that a profile has and nobody sees for want of a consent: `photo`, `video`
public record Preview(Profile profile, List<String> assumed, List<String> hidden) {
  public Preview {
    assumed = List.copyOf(assumed);
    hidden = List.copyOf(hidden);
  }
}

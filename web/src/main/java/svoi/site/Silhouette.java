package svoi.site;

import svoi.register.Profile;
import svoi.register.Sex;

/// A drawn head and shoulders in place of a photograph; which one and on what ground says nothing.
///
/// @param shape one of `m1`, `m2`, `f1`, `f2`
/// @param ground one of `g0` to `g3`
public record Silhouette(String shape, String ground) {
  static Silhouette of(Profile profile) {
    long bits = profile.id().value().getLeastSignificantBits();
    String sex = profile.sex() == Sex.F ? "f" : "m";
    return new Silhouette(sex + (1 + (bits & 1)), "g" + ((bits >>> 1) & 3));
  }
}

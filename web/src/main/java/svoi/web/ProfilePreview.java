package svoi.web;

import svoi.platform.Language;
import svoi.register.Profile;

/// Renders a profile as the public would see it: the public door knows how, the desk shows it, and
/// neither names the other.
public interface ProfilePreview {
  /// The bytes of the public page, to the last one.
  byte[] page(Profile profile, Language language);
}

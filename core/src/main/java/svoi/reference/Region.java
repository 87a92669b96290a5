package svoi.reference;

import svoi.platform.Language;

/// One of the 27 regions of Ukraine, with the case forms that sentences need.
public record Region(String iso, String slug, int order, Forms uk, Forms ru, Forms en) {

  /// A region's names in one language.
  ///
  /// @param genitive without preposition; the plain name in English
  /// @param locative with its preposition: "у Харківській області"
  public record Forms(String name, String shortName, String genitive, String locative) {}

  public Forms in(Language language) {
    return switch (language) {
      case UK -> uk;
      case RU -> ru;
      case EN -> en;
    };
  }
}

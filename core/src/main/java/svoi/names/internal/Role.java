package svoi.names.internal;

/// What a part is in a name.
enum Role {
  FAMILY(3, 0.69f, 0.03f),
  GIVEN(2, 0.72f, 0.01f),
  PATRONYMIC(3, 0.72f, 0.01f);

  /// A shorter beginning fits too many names to say anything.
  final int shortestBeginning;

  /// A word less like a part than this is not a misspelling of it.
  final float leastLikeness;

  /// How much letter-for-letter closeness decides between spellings that sound alike.
  final float literalWeight;

  Role(int shortestBeginning, float leastLikeness, float literalWeight) {
    this.shortestBeginning = shortestBeginning;
    this.leastLikeness = leastLikeness;
    this.literalWeight = literalWeight;
  }

  /// Every spelling of a part of this role.
  Iterable<Spelling> spellings(String uk, String ru) {
    return switch (this) {
      case FAMILY -> PartSpellings.ofFamily(uk, ru);
      case GIVEN -> PartSpellings.ofGiven(uk, ru);
      case PATRONYMIC -> PartSpellings.ofPatronymic(uk, ru);
    };
  }

  /// Whether a word that sounds so certainly is a part of this role, and so no other one
  /// misspelled.
  boolean isKnown(String sound) {
    return switch (this) {
      case FAMILY -> false;
      case GIVEN -> Lexicon.isGivenName(sound);
      case PATRONYMIC -> Lexicon.isPatronymic(sound);
    };
  }
}

package svoi.names.internal;

/// One way in which a part of a name may be written.
///
/// @param sound how it sounds
/// @param worth what a word that is this spelling scores, in hundredths
/// @param half 1 or 2 for a half of a double name, else 0
record Spelling(String sound, int worth, int half) {
  /// The person's own, in one of the two languages.
  static final int OWN = 100;

  /// The same name in another form or language.
  static final int SAME_NAME = 98;

  static final int HALF = 96;
  static final int WESTERN = 97;
  static final int PET = 94;

  /// A pet name that is an official name too: Яна of Зоряна. Not enough to be sure.
  static final int ANOTHER_NAME = 74;

  /// Without its first vowel: Лена of Олена, Лег of Олег.
  static final int CLIPPED = 82;

  /// The patronymic of a brother or sister.
  static final int SIBLING = 80;

  /// A pet name that is an official name of the other gender only: Кіра of Кирило.
  static final int OTHER_GENDER = 66;
}

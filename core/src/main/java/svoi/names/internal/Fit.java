package svoi.names.internal;

/// How a typed word fits a part of a name.
enum Fit {
  /// It is the part, in one of its spellings or languages, or a pet name of it.
  WHOLE,
  /// It is the form that a relative of the other gender bears.
  GENDER,
  /// It is the form of the other gender or another case: Нудьги, Чорні.
  EITHER,
  /// It is the part in another case.
  CASE,
  /// It would be the part in another case, and is another name as it stands.
  OTHER_NAME,
  /// It is the beginning of the part.
  BEGINNING,
  /// It is the beginning of the part and may be going on.
  STARTED,
  /// Without a suffix of endearment it is the part.
  PET,
  /// It is the part with mistakes.
  NEAR,
  /// A slip of the finger makes the word of the part, letter by letter.
  SLIP,
  /// Two slips do.
  SLIPS,
  /// It is the first letter of the part.
  INITIAL;

  /// Whether it is still to be told how near the letters are.
  boolean isWeighed() {
    return switch (this) {
      case BEGINNING, STARTED, SLIP, SLIPS, INITIAL -> false;
      case WHOLE, GENDER, EITHER, CASE, OTHER_NAME, PET, NEAR -> true;
    };
  }

  /// How many slips of the finger it takes.
  int slips() {
    return this == SLIPS ? 2 : this == SLIP ? 1 : 0;
  }
}

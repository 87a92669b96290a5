package svoi.names.internal;

/// How far to look for what a word may be.
enum Depth {
  /// Its spellings and their cases.
  SURE,
  /// Also mistakes, beginnings and unknown pet names.
  WIDE,
  /// Its spellings and their cases, and what slips of the finger make the word of.
  FAR,
  /// Its spellings and what they begin: the word is still being typed.
  TYPING
}

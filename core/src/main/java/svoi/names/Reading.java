package svoi.names;

/// How a query was understood when it found somebody, so that a page can say so.
public enum Reading {
  /// Cyrillic letters as they stand.
  AS_TYPED,
  /// Latin letters, read by one of the schools of transliteration.
  LATIN,
  /// Latin letters from keys that bear the Ukrainian ones.
  WRONG_LAYOUT_UK,
  /// Latin letters from keys that bear the Russian ones.
  WRONG_LAYOUT_RU,
  /// Cyrillic letters from keys that bear the Latin ones.
  CYRILLIC_FOR_LATIN,
  /// Letters of two alphabets in one word, repaired by their looks.
  MIXED_LETTERS,
  /// Nobody was found.
  NOTHING
}

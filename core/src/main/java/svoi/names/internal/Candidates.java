package svoi.names.internal;

/// Parts that one typed word may be, the best first. Its arrays are of one length and never
/// changed.
///
/// @param parts numbers of the parts
/// @param scores from 0 to 1, falling
/// @param fits how the word fits each
/// @param halves 1 or 2 where the word is that half of a double name, else 0
record Candidates(int[] parts, float[] scores, Fit[] fits, byte[] halves) {
  static final Candidates NONE = new Candidates(new int[0], new float[0], new Fit[0], new byte[0]);

  int size() {
    return parts.length;
  }

  /// The best score; 0 when there is none.
  float best() {
    return parts.length == 0 ? 0 : scores[0];
  }

  Fit fit(int place) {
    return fits[place];
  }
}

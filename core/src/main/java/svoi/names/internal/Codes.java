package svoi.names.internal;

/// The letters of one sound as codes, within a larger array.
///
/// One thread's own, moved from sound to sound.
final class Codes {
  private byte[] letters = new byte[0];
  private int start;
  private int length;

  /// The codes of `sound` alone.
  static Codes of(String sound) {
    byte[] letters = new byte[sound.length()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (byte) Sound.code(sound.charAt(i));
    }
    Codes codes = new Codes();
    codes.moveTo(letters, 0, letters.length);
    return codes;
  }

  void moveTo(byte[] array, int from, int count) {
    letters = array;
    start = from;
    length = count;
  }

  int at(int place) {
    return letters[start + place];
  }

  /// Copies the first `count` letters to the beginning of `array`.
  void copy(byte[] array, int count) {
    System.arraycopy(letters, start, array, 0, count);
  }

  int length() {
    return length;
  }
}

package svoi.names.internal;

/// Distinct sounds in the order of their letters, numbered from 0, found whole or by beginning.
/// Packed in few arrays: a large register has some hundred thousand of them.
final class Dictionary {
  private final byte[] letters;
  private final int[] starts;
  private final int[] slots;

  /// @param sounds distinct, in the order of their letters
  Dictionary(String[] sounds) {
    starts = new int[sounds.length + 1];
    slots = new int[Integer.highestOneBit(Math.max(sounds.length, 4)) * 4];
    for (int i = 0; i < sounds.length; i++) {
      starts[i + 1] = starts[i] + sounds[i].length();
    }
    letters = new byte[starts[sounds.length]];
    for (int i = 0; i < sounds.length; i++) {
      enter(i, sounds[i]);
    }
  }

  private void enter(int number, String sound) {
    for (int j = 0; j < sound.length(); j++) {
      letters[starts[number] + j] = (byte) Sound.code(sound.charAt(j));
    }
    int slot = hash(sound) & (slots.length - 1);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = number + 1;
  }

  int size() {
    return starts.length - 1;
  }

  String sound(int number) {
    StringBuilder sound = new StringBuilder();
    for (int j = starts[number]; j < starts[number + 1]; j++) {
      sound.append(Sound.ALPHABET.charAt(letters[j] - 1));
    }
    return sound.toString();
  }

  /// Moves `codes` to the sound of a number.
  void read(int number, Codes codes) {
    codes.moveTo(letters, starts[number], length(number));
  }

  int length(int number) {
    return starts[number + 1] - starts[number];
  }

  /// The number of `sound`, or -1.
  int find(String sound) {
    int slot = hash(sound) & (slots.length - 1);
    while (slots[slot] != 0) {
      if (compare(slots[slot] - 1, sound) == 0) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  private static int hash(String sound) {
    int hash = sound.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }

  /// Less than 0, 0 or more as the entry stands before, at or after `sound`.
  private int compare(int number, String sound) {
    int length = Math.min(length(number), sound.length());
    for (int j = 0; j < length; j++) {
      int difference = letters[starts[number] + j] - Sound.code(sound.charAt(j));
      if (difference != 0) {
        return difference;
      }
    }
    return length(number) - sound.length();
  }

  /// The first number whose sound does not stand before `sound`.
  int from(String sound) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(middle, sound) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// The first number after those whose sounds begin with `beginning`.
  int after(String beginning) {
    int low = from(beginning);
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (startsWith(middle, beginning)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean startsWith(int number, String beginning) {
    if (length(number) < beginning.length()) {
      return false;
    }
    for (int j = 0; j < beginning.length(); j++) {
      if (letters[starts[number] + j] != Sound.code(beginning.charAt(j))) {
        return false;
      }
    }
    return true;
  }
}

package svoi.names;

import java.util.Locale;

/// Names as people write them, brought to the form in which files keep them.
public final class Written {
  private Written() {}

  /// One apostrophe for all, U+2019, single spaces, and a capital at the start of each part.
  public static String name(String written) {
    String text = written.strip().replaceAll("['ʼ`´]", "’").replaceAll("\\s+", " ");
    StringBuilder out = new StringBuilder(text.length());
    boolean shouted = text.length() > 2 && text.equals(text.toUpperCase(Locale.ROOT));
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      char low = shouted ? Character.toLowerCase(letter) : letter;
      out.append(start ? Character.toUpperCase(letter) : low);
      start = letter == '-' || letter == ' ';
    }
    return out.toString();
  }
}

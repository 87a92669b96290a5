package svoi.media;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which part of a picture is shown when it has another shape than its place.
public enum Crop {
  /// All of it, in its own shape.
  WHOLE,
  /// The upper or left part.
  START,
  MIDDLE,
  /// The lower or right part.
  END;

  /// The form in forms, for example `middle`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Crop> of(String code) {
    return Arrays.stream(values()).filter(crop -> crop.code().equals(code)).findFirst();
  }

  /// The part of a picture of `width` by `height` that has the shape `across` : `down`.
  Rectangle of(int width, int height, int across, int down) {
    if (this == WHOLE) {
      return new Rectangle(width, height);
    }
    int w = Math.min(width, Math.round((float) height * across / down));
    int h = Math.min(height, Math.round((float) width * down / across));
    return new Rectangle(at(width - w), at(height - h), w, h);
  }

  private int at(int spare) {
    return switch (this) {
      case WHOLE, START -> 0;
      case MIDDLE -> spare / 2;
      case END -> spare;
    };
  }
}

package svoi.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who is awaited.
public enum Category {
  POW,
  /// A prisoner of war whom the other side convicted.
  POW_CONVICTED,
  /// Retained medical personnel and chaplains.
  MEDIC_CHAPLAIN,
  CIVILIAN_DETAINED,
  POLITICAL_PRISONER,
  /// Only on the track of unconditional return (R50).
  CHILD;

  /// Counted as military in figures.
  public boolean isMilitary() {
    return this == POW || this == POW_CONVICTED || this == MEDIC_CHAPLAIN;
  }

  /// The form in columns and messages, for example `child`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Category> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
  }
}

package svoi.exchange.needs;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How relatives of an awaited person are reached safely.
///
/// @param name whom to ask for
/// @param kinship to the awaited person
/// @param reach number, address or account
/// @param word code word by which the family knows a true call; empty if none was agreed
/// @param language `uk`, `ru`, `en` or `crh`
/// @param from with `to`, when it is safe to be called, Kyiv time; both null: any time
public record FamilyContact(
    String name,
    String kinship,
    String reach,
    String word,
    Means means,
    String language,
    @Nullable LocalTime from,
    @Nullable LocalTime to) {

  /// By what they may be reached.
  public enum Means {
    CALL,
    MESSENGER,
    EMAIL,
    LETTER,
    IN_PERSON;

    /// The form in columns and messages, for example `in-person`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Means> of(String code) {
      return Arrays.stream(values()).filter(value -> value.code().equals(code)).findFirst();
    }
  }
}

package svoi.register;

import org.jspecify.annotations.Nullable;
import svoi.platform.Language;

/// The name of a convicted person in the spellings that documents give, and Latin by KMU-2010.
public record Names(
    String familyUk,
    String givenUk,
    @Nullable String patronymicUk,
    String familyRu,
    String givenRu,
    @Nullable String patronymicRu,
    String familyLatin,
    String givenLatin) {

  /// The full name as shown in `language`: family name first in Ukrainian and Russian, last in
  /// Latin.
  public String full(Language language) {
    return switch (language) {
      case UK -> join(familyUk, givenUk, patronymicUk);
      case RU -> join(familyRu, givenRu, patronymicRu);
      case EN -> join(givenLatin, familyLatin, null);
    };
  }

  private static String join(String first, String second, @Nullable String third) {
    return third == null ? first + " " + second : first + " " + second + " " + third;
  }
}

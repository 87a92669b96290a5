package svoi.reference;

import java.time.LocalDate;
import java.util.Optional;
import svoi.platform.Language;

/// One title of an article of the Criminal Code of Ukraine.
///
/// @param until first day on which another title is in force; empty while this one is
/// @param evidence `S` seen, `R` remembered (to be confirmed)
public record Article(
    String number,
    LocalDate from,
    Optional<LocalDate> until,
    boolean hasParts,
    String titleUk,
    String titleRu,
    String titleEn,
    String group,
    String evidence) {

  public String title(Language language) {
    return switch (language) {
      case UK -> titleUk;
      case RU -> titleRu;
      case EN -> titleEn;
    };
  }
}

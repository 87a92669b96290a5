package svoi.reference;

import java.time.LocalDate;
import svoi.platform.Language;

/// A figure as officials published it, never without definition, date and source (R44).
///
/// @param metric with `subject` names the definition; two metrics are never in one series
/// @param asOfPrecision `day` or `month`
/// @param atLeast whether the source says "more than"
public record PublishedFigure(
    String subject,
    String metric,
    long value,
    LocalDate asOf,
    String asOfPrecision,
    boolean atLeast,
    String definitionUk,
    String definitionRu,
    String definitionEn,
    String source) {

  public String definition(Language language) {
    return switch (language) {
      case UK -> definitionUk;
      case RU -> definitionRu;
      case EN -> definitionEn;
    };
  }
}

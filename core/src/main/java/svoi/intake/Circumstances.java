package svoi.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import svoi.platform.Language;

/// What the desk must know before it reads; sealed like all the rest.
///
/// @param notBefore the first day on which an answer does no harm; null if any does
/// @param minor under eighteen: the child path, and never a case for an exchange (R37)
/// @param language in which to answer
/// @param form which form was filled in, with its version, for example `stopping/1`
public record Circumstances(
    Audience audience,
    Urgency urgency,
    @Nullable LocalDate notBefore,
    boolean minor,
    Language language,
    String form) {
  private static final int LONGEST_FORM = 40;

  public Circumstances {
    if (form.length() > LONGEST_FORM) {
      throw new IllegalArgumentException("the name of a form is short");
    }
  }

  /// The same, seen otherwise by the desk.
  public Circumstances withUrgency(Urgency seen) {
    return new Circumstances(audience, seen, notBefore, minor, language, form);
  }
}

package svoi.register.imports;

import java.util.Locale;
import java.util.stream.Stream;

/// The columns of the template; `docs/runbooks/import.md` explains each to the person who fills it
/// in.
public enum Column implements Labelled {
  CASE_NUMBER(true),
  REGION(true),
  FAMILY_UK(true),
  GIVEN_UK(true),
  PATRONYMIC_UK(false),
  FAMILY_RU(true),
  GIVEN_RU(true),
  PATRONYMIC_RU(false),
  SEX(true),
  BORN_ON(true),
  CITIZEN(true),
  CUSTODY_FROM(true),
  CUSTODY_UNTIL(false),
  PRISONER_OF_WAR(false),
  CLOSED_SESSION(false),
  IN_ABSENTIA(false),
  CHARGES(true),
  DETAINED_ON(false),
  VERDICT_ON(true),
  APPEAL_ON(false),
  IN_FORCE_ON(false),
  SENTENCE(true),
  CONFISCATION(false),
  CONSENT_SCOPES(false),
  CONSENT_ON(false),
  CONSENT_UNTIL(false),
  CONSENT_LANGUAGE(false),
  CONSENT_COUNSEL(false),
  CONSENT_PRESENT(false),
  CONSENT_EVIDENCE(false),
  VERIFIED_ON(false),
  VERIFIED_BY(false),
  PHOTO(false),
  VIDEO(false),
  VIDEO_SECONDS(false),
  PLOT_UK(true),
  PLOT_RU(true),
  PLOT_EN(true),
  AUTHOR_AGENCY(true),
  APPROVED_BY(false),
  PUBLISH(true);

  static final TableReader.Shape SHAPE =
      new TableReader.Shape(
          Stream.of(values()).map(Column::label).toList(),
          Stream.of(values()).filter(Column::required).map(Column::label).toList());

  private final boolean required;

  Column(boolean required) {
    this.required = required;
  }

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean required() {
    return required;
  }
}

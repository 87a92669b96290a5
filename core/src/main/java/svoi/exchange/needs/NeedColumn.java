package svoi.exchange.needs;

import java.util.Locale;
import java.util.stream.Stream;
import svoi.register.imports.Labelled;
import svoi.register.imports.TableReader;

/// The columns of the template of awaited persons; `docs/exchange.md` explains them.
public enum NeedColumn implements Labelled {
  /// Our own id, from a page or an export: which record a row corrects.
  ID,
  FAMILY_UK,
  GIVEN_UK,
  PATRONYMIC_UK,
  FAMILY_RU,
  GIVEN_RU,
  PATRONYMIC_RU,
  FAMILY_LATIN,
  GIVEN_LATIN,
  SEX,
  BORN_ON,
  CATEGORY,
  CONDITION,
  HELD_SINCE,
  SERVICE,
  PLACE,
  CONFIRMED_FROM,
  CONFIRMED_ON;

  static final TableReader.Shape SHAPE =
      new TableReader.Shape(
          Stream.of(values()).map(NeedColumn::label).toList(),
          Stream.of(FAMILY_UK, GIVEN_UK, CATEGORY, HELD_SINCE).map(NeedColumn::label).toList());

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

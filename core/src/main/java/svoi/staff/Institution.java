package svoi.staff;

import java.util.UUID;
import svoi.platform.Language;

/// A colony, a remand prison or a hospital of the prison service.
public record Institution(UUID id, String nameUk, String nameEn) {
  /// Its name for a page of the desk.
  public String name(Language language) {
    return language == Language.EN ? nameEn : nameUk;
  }
}

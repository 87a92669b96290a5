package svoi.register.imports;

/// Why a row, or a file, was not taken.
///
/// @param code stable, for example `r4-minor-at-offence` or `column-date`
/// @param column the column concerned; empty if it is the whole row
/// @param value what stood there, cut to 60 characters: shown to the person who imports, never
/// logged
public record Finding(String code, String column, String value) {
  public Finding {
    value = value.length() > 60 ? value.substring(0, 60) + "…" : value;
  }

  static Finding of(String code) {
    return new Finding(code, "", "");
  }
}

package svoi.register.imports;

/// The file as a whole can't be taken. Nothing was written.
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Finding finding;

  Unreadable(Finding finding) {
    super(finding.code());
    this.finding = finding;
  }

  /// What is wrong: `file-missing`, `file-too-large`, `file-not-a-table`, `file-zip-bomb`,
  /// `file-encoding`, `file-columns-missing`, `file-columns-unknown`, `file-columns-twice`,
  /// `file-too-many-rows`, `file-cell-too-long` or `file-empty`.
  public Finding finding() {
    return finding;
  }
}

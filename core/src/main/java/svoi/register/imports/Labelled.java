package svoi.register.imports;

/// A column of a template.
public interface Labelled {
  /// The name in the header row, for example `case_number`.
  String label();
}

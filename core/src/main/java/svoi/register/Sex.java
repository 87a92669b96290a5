package svoi.register;

/// Grammatical gender for sentences about a person.
public enum Sex {
  F,
  M
}

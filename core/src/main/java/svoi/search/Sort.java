package svoi.search;

/// Order of a list: newest publication first, by name in the page's language, longest waiting
/// first.
public enum Sort {
  NEWEST,
  NAME,
  WAITING
}

package svoi.web;

/// A door whose error pages look and speak otherwise than those of the site.
///
/// @param prefix beginning of its addresses, without a slash at the end; the language follows it
/// @param texts words of its errors
public record DoorProblems(String prefix, ProblemTexts texts) {
  boolean isAt(String path) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }
}

package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// The name that a visitor typed.
///
/// @param text as typed, cut where it was too long
/// @param tooLong whether it was longer than any name: then nothing is searched
record SearchQuery(String text, boolean tooLong) {
  /// No name is longer; what is longer is refused, so that matching stays cheap.
  static final int LONGEST = 100;

  /// @throws ResponseStatusException 400 if there is a null character in it
  static SearchQuery read(HttpServletRequest request) {
    String typed = Optional.ofNullable(request.getParameter("q")).orElse("").strip();
    if (typed.indexOf('\0') >= 0) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return typed.length() > LONGEST
        ? new SearchQuery(cut(typed), true)
        : new SearchQuery(typed, false);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /// Never in the middle of a character.
  private static String cut(String typed) {
    int end = Character.isHighSurrogate(typed.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return typed.substring(0, end);
  }
}

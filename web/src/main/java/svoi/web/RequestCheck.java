package svoi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// Refuses what no link or form of ours can send, before anything deeper stumbles over it.
final class RequestCheck {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /// RFC 3986 without `;`: parameters of path segments mean nothing here and hide other spellings.
  private static final Pattern PATH =
      Pattern.compile("(?:[A-Za-z0-9/._~!$&'()*+,=:@-]|%[0-9A-Fa-f]{2})*+");

  private RequestCheck() {}

  static Optional<Problem> refuse(HttpServletRequest request) {
    if (!METHODS.contains(request.getMethod())) {
      return Optional.of(new Problem(405, Map.of("Allow", "GET, HEAD, POST, OPTIONS")));
    }
    if (!PATH.matcher(request.getRequestURI()).matches()) {
      return Optional.of(Problem.of(400));
    }
    return concrete(request.getContentType()) ? Optional.empty() : Optional.of(Problem.of(415));
  }

  private static boolean concrete(@Nullable String contentType) {
    if (contentType == null || contentType.isBlank()) {
      return true;
    }
    try {
      return MediaType.parseMediaType(contentType).isConcrete();
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}

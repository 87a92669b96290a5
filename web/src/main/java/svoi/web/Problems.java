package svoi.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.QuietException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;

/// Says what an exception means for the reader.
///
/// What a visitor's input can cause is never a 5xx; only the list here knows which exceptions those
/// are, and all others are faults of ours.
final class Problems {
  /// How far to look behind exceptions that only wrap another.
  private static final int DEPTH = 8;

  private Problems() {}

  static Problem of(Throwable thrown) {
    return Stream.iterate(Optional.of(thrown), Optional::isPresent, t -> t.map(Throwable::getCause))
        .limit(DEPTH)
        .flatMap(Optional::stream)
        .map(Problems::known)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Problem.of(500));
  }

  /// A status that a server gives for a request it can't read is the visitor's, so never a 5xx.
  static int ofServer(int status) {
    return status == 501 || status == 505 ? 400 : status;
  }

  private static Optional<Problem> known(Throwable thrown) {
    return switch (thrown) {
      case TooManyRequests many -> Optional.of(later(429, many.retryAfter()));
      case ErrorResponse error ->
          Optional.of(new Problem(error.getStatusCode().value(), allowed(error.getHeaders())));
      case HttpException http -> Optional.of(Problem.of(ofServer(http.getCode())));
      case TypeMismatchException _,
          HttpMessageNotReadableException _,
          BindException _,
          InvalidMimeTypeException _,
          InvalidMediaTypeException _,
          MultipartException _,
          QuietException _ ->
          Optional.of(Problem.of(400));
      default -> Optional.empty();
    };
  }

  static Problem later(int status, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new Problem(status, Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
  }

  /// Of an exception's headers only those that help the reader's program: never an echo of input.
  private static Map<String, String> allowed(HttpHeaders headers) {
    return Stream.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.CONTENT_RANGE)
        .filter(headers::containsHeader)
        .collect(
            Collectors.toMap(name -> name, name -> String.join(", ", headers.getOrEmpty(name))));
  }
}

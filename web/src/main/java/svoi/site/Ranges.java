package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/// Reads which part of a file a request asks for (RFC 9110, section 14).
///
/// The framework cuts the parts; left alone, it answers 416 with the whole file behind it.
final class Ranges {
  private static final String BYTES = "bytes=";

  private Ranges() {}

  /// Whether the whole file is the answer, although the request has a `Range`: of a unit that we
  /// don't know, or of another version of the file.
  static boolean ignored(HttpServletRequest request, String tag) {
    String range = request.getHeader(HttpHeaders.RANGE);
    String unless = request.getHeader(HttpHeaders.IF_RANGE);
    return range != null
        && (!range.startsWith(BYTES) || (unless != null && !unless.strip().equals(tag)));
  }

  /// Lets through what can be cut.
  ///
  /// @param bytes size of the file
  /// @throws ErrorResponseException 416 if the range is malformed or outside the file
  static void check(HttpServletRequest request, long bytes) {
    String header = request.getHeader(HttpHeaders.RANGE);
    if (header == null) {
      return;
    }
    try {
      List<HttpRange> ranges = HttpRange.parseRanges(header);
      if (!ranges.isEmpty()
          && ranges.stream().allMatch(range -> range.getRangeStart(bytes) < bytes)) {
        return;
      }
    } catch (IllegalArgumentException e) {
      throw refusal(bytes, e);
    }
    throw refusal(bytes, null);
  }

  private static ErrorResponseException refusal(long bytes, @Nullable Throwable cause) {
    ErrorResponseException refusal =
        new ErrorResponseException(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, cause);
    refusal.getHeaders().set(HttpHeaders.CONTENT_RANGE, "bytes */" + bytes);
    return refusal;
  }
}

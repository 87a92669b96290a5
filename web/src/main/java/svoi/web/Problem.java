package svoi.web;

import java.util.Map;

/// What went wrong, as the reader will hear it: a status and headers, never a reason from inside.
record Problem(int status, Map<String, String> headers) {
  Problem {
    headers = Map.copyOf(headers);
  }

  static Problem of(int status) {
    return new Problem(status, Map.of());
  }

  /// The status whose words are shown: what never was and what is gone read the same.
  int wordsOf() {
    return switch (status) {
      case 404, 410 -> 404;
      case 400, 405, 406, 413, 414, 416, 429, 500, 503 -> status;
      case 431 -> 413;
      default -> status < 500 ? 400 : 500;
    };
  }

  /// The stable name of the problem for programs that use the API.
  String code() {
    return switch (status) {
      case 404, 410 -> "not_found";
      case 405 -> "method_not_allowed";
      case 406 -> "not_acceptable";
      case 413 -> "content_too_large";
      case 414 -> "uri_too_long";
      case 415 -> "unsupported_media_type";
      case 416 -> "range_not_satisfiable";
      case 429 -> "too_many_requests";
      case 431 -> "headers_too_large";
      case 503 -> "busy";
      default -> status < 500 ? "bad_request" : "internal_error";
    };
  }
}

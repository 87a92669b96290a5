package svoi.web;

import java.time.Duration;

/// A visitor's network has used up a budget of [Limits].
public final class TooManyRequests extends RuntimeException {
  private final Duration retryAfter;

  TooManyRequests(Duration retryAfter) {
    super("budget used up", null, false, false);
    this.retryAfter = retryAfter;
  }

  /// When the next request can succeed.
  Duration retryAfter() {
    return retryAfter;
  }
}

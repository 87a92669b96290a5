package svoi.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.eclipse.jetty.io.QuietException;

/// Lets in what this process can answer: sound requests, and as many pages at once as it can make.
///
/// One page too many is told to come again at once: a queue would make everybody wait. Files don't
/// count, because a slow reader holds one for minutes and it costs nothing; nor do uploads, which
/// the doors count themselves. What fails further in,
/// outside the controllers, is answered here, so that no server prints it.
final class Gate implements Filter {
  private static final Problem BUSY = Problems.later(503, Duration.ofSeconds(2));

  private final ErrorPages errors;
  private final Semaphore places;
  private final Predicate<String> isFile;

  /// @param places how many pages may be in the making at once
  /// @param isFile whether a raw path names a file rather than a page
  Gate(ErrorPages errors, int places, Predicate<String> isFile) {
    this.errors = errors;
    this.places = new Semaphore(places);
    this.isFile = isFile;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    Optional<Problem> refused = RequestCheck.refuse(asked);
    if (refused.isPresent()) {
      errors.answer(asked, answer, refused.get());
    } else if (isFile.test(asked.getRequestURI()) || Uploads.isUpload(asked)) {
      pass(asked, answer, chain);
    } else if (places.tryAcquire()) {
      try {
        pass(asked, answer, chain);
      } finally {
        places.release();
      }
    } else {
      errors.answer(asked, answer, BUSY);
    }
  }

  private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      if (response.isCommitted()) {
        throw new CutOff(e);
      }
      errors.answer(request, response, e);
    }
  }

  /// Ends an answer that has begun. Jetty would log any other exception with the address asked for,
  /// and a query can be a name; a fault of ours is written down here instead.
  private static final class CutOff extends RuntimeException implements QuietException {
    CutOff(Throwable reason) {
      super("cut off", null, false, false);
      if (Problems.of(reason).status() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
        Incidents.write(reason);
      }
    }
  }
}

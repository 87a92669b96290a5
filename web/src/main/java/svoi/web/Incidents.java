package svoi.web;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down faults of ours under a random number that the reader may quote.
///
/// A line has classes and places, never messages: those of the database quote rows, others quote
/// what a visitor wrote.
final class Incidents {
  private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

  /// Without letters and digits that are taken for each other when read aloud.
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int LENGTH = 8;
  private static final int CAUSES = 8;
  private static final int PLACES = 30;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Incidents() {}

  static String write(Throwable thrown) {
    String number = number();
    LOG.error("incident {}\n{}", number, trace(thrown));
    return number;
  }

  static String number() {
    return IntStream.range(0, LENGTH)
        .mapToObj(_ -> ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())))
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  static String trace(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Throwable cause = thrown;
    for (int i = 0; i < CAUSES && cause != null; i++) {
      text.append(i == 0 ? "" : "caused by ").append(cause.getClass().getName()).append('\n');
      StackTraceElement[] places = cause.getStackTrace();
      for (int j = 0; j < Math.min(places.length, PLACES); j++) {
        text.append("  at ").append(places[j]).append('\n');
      }
      cause = cause.getCause();
    }
    return text.toString();
  }
}

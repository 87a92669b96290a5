package svoi.web;

import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// Silences what libraries would log about visitors: the addresses they ask for.
///
/// Here rather than in a settings file, because it is a promise and no preference.
final class QuietLogs {
  private static final Map<String, LogLevel> LEVELS =
      Map.of(
          "org.springframework.web.servlet.PageNotFound", LogLevel.OFF,
          "org.eclipse.jetty", LogLevel.ERROR);

  QuietLogs(LoggingSystem logs) {
    LEVELS.forEach(logs::setLogLevel);
  }
}

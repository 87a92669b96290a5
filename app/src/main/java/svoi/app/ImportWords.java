package svoi.app;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Properties;
import svoi.platform.Language;
import svoi.register.imports.Finding;

/// The import's sentences in the reader's language.
final class ImportWords {
  private final Properties sentences = new Properties();
  private final Language language;

  ImportWords(Language language) {
    this.language = language;
    try (Reader in =
        new InputStreamReader(open(language.code() + ".properties"), StandardCharsets.UTF_8)) {
      sentences.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The template with one example row about an invented person.
  ///
  /// Its consent was given ten days before `today` and verified five days later.
  static String template(LocalDate today) {
    try (InputStream in = open("template.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@CONSENT_ON@", today.minusDays(10).toString())
          .replace("@VERIFIED_ON@", today.minusDays(5).toString())
          .replace("@CONSENT_UNTIL@", today.plusDays(160).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String say(String key, Object... args) {
    String pattern = sentences.getProperty(key, key);
    return new MessageFormat(pattern, language.locale()).format(args);
  }

  /// A reason with its column and what stood there; an unknown code is shown as it is.
  String finding(Finding finding) {
    String reason =
        sentences.containsKey(finding.code())
            ? say(finding.code(), finding.value())
            : say("rule", finding.code());
    String column = finding.column().isEmpty() ? "" : finding.column() + ": ";
    return column + reason + " [" + finding.code() + "]";
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(ImportWords.class.getResourceAsStream("/import/" + name), name);
  }
}

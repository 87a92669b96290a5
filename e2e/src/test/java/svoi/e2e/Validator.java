package svoi.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The Nu validator on its own class path: it links against another Jetty than ours.
final class Validator {
  private static final String STYLE =
      "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Style</title>"
          + "<style>%s</style></head><body><p>Style</p></body></html>";

  private static final Validator ONE = new Validator();

  private final Class<?> type;
  private final Object gnu;

  private Validator() {
    try {
      type = loader().loadClass("nu.validator.client.EmbeddedValidator");
      Class<?> formats = type.getMethod("getOutputFormat").getReturnType();
      gnu =
          Stream.of(Objects.requireNonNull(formats.getEnumConstants()))
              .filter(constant -> constant.toString().equals("GNU"))
              .findFirst()
              .orElseThrow();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Errors and warnings in a page, each with its place.
  static List<String> page(String html) {
    return ONE.validate(html);
  }

  /// Errors and warnings in a stylesheet.
  static List<String> style(String css) {
    return ONE.validate(STYLE.replace("%s", css));
  }

  private static URLClassLoader loader() {
    Path folder = Path.of(System.getProperty("svoi.e2e.validator", "target/validator"));
    try (Stream<Path> jars = Files.list(folder)) {
      URL[] urls = jars.map(Path::toUri).map(Validator::url).toArray(URL[]::new);
      return new URLClassLoader("validator", urls, ClassLoader.getPlatformClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(URI uri) {
    try {
      return uri.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> validate(String document) {
    try {
      Object validator = type.getConstructor().newInstance();
      type.getMethod("setOutputFormat", gnu.getClass()).invoke(validator, gnu);
      Method validate = type.getMethod("validate", InputStream.class);
      Object said =
          validate.invoke(
              validator, new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
      return String.valueOf(said).lines().filter(line -> !line.isBlank()).toList();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

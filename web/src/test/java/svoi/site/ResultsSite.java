package svoi.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import svoi.desk.DeskWiring;
import svoi.platform.DatabaseClock;
import svoi.platform.TestDatabase;

/// The public door on the real server over a test database, with a clock that the test moves.
final class ResultsSite implements AutoCloseable {
  private final ServletWebServerApplicationContext context;
  private final TestDatabase database;
  private final HttpClient client = HttpClient.newHttpClient();
  private final String root;

  ResultsSite(TestDatabase database, Path folder) {
    this.database = database;
    context =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(DeskWiring.class)
                .initializers(
                    (GenericApplicationContext made) ->
                        made.registerBean(
                            DeskWiring.Given.class, () -> new DeskWiring.Given(database, folder)))
                .properties(
                    "server.port=0",
                    "server.address=127.0.0.1",
                    "spring.main.banner-mode=off",
                    "spring.threads.virtual.enabled=true",
                    "spring.mvc.formcontent.filter.enabled=false",
                    "spring.web.resources.add-mappings=false",
                    "logging.level.root=error",
                    "svoi.demo=true")
                .run();
    root = "http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort();
  }

  /// @param headers names and values in turn
  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Moves the time of the database and of the program.
  void moveClock(Duration shift) {
    database.moveClock(shift);
    context.getBean(DatabaseClock.class).shiftTo(shift);
  }

  @Override
  public void close() {
    context.close();
  }
}

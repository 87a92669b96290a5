package svoi.app;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/// The database of this installation: the embedded one, started here, or an outside one.
final class Installation implements AutoCloseable {
  private final Optional<EmbeddedDatabase> embedded;
  private final Databases databases;

  private Installation(Optional<EmbeddedDatabase> embedded, Databases databases) {
    this.embedded = embedded;
    this.databases = databases;
  }

  static Installation start(Settings settings, Secrets secrets, Instance instance)
      throws IOException, SQLException {
    String outside = settings.database().url();
    if (!outside.isEmpty()) {
      instance.announce(outside.replaceAll("[?&](user|password)=[^&]*", ""));
      return new Installation(Optional.empty(), prepare(outside, settings, secrets));
    }
    EmbeddedDatabase embedded =
        EmbeddedDatabase.start(settings.data(), secrets, settings.archive());
    try {
      Databases databases = prepare(embedded.administratorUrl(), settings, secrets);
      instance.announce(embedded.url());
      return new Installation(Optional.of(embedded), databases);
    } catch (SQLException | RuntimeException e) {
      embedded.close();
      throw e;
    }
  }

  private static Databases prepare(String url, Settings settings, Secrets secrets)
      throws SQLException {
    return Databases.prepare(url, secrets, settings.database().poolSize(), settings.demo());
  }

  Databases databases() {
    return databases;
  }

  @Override
  public void close() throws IOException {
    databases.close();
    if (embedded.isPresent()) {
      embedded.get().close();
    }
  }
}

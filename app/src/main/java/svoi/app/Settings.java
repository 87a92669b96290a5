package svoi.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `svoi.`; `application.properties` documents each.
///
/// @param data folder of everything that this installation keeps
/// @param demo whether this installation holds invented persons only
/// @param demoPersons how many persons a demo invents
/// @param doors doors to open: `site`, `contact`, `desk`
/// @param tls whether TLS ends in front of this program
@ConfigurationProperties("svoi")
public record Settings(
    @DefaultValue(".data") Path data,
    @DefaultValue("true") boolean demo,
    @DefaultValue("2000") int demoPersons,
    @DefaultValue({"site", "contact", "desk"}) Set<String> doors,
    @DefaultValue("false") boolean tls,
    @DefaultValue Connection database) {

  /// @param url JDBC address of an outside PostgreSQL 15-18; empty for the embedded one
  /// @param passwords folder with a file for each role (`owner`, `site`, `contact`, `desk`); empty
  /// for     `secrets` in the data folder, filled at the first start
  /// @param poolSize connections of each door
  /// @param archive folder for the write-ahead log of the embedded PostgreSQL; empty: not kept
  public record Connection(
      @DefaultValue("") String url,
      @DefaultValue("") String passwords,
      @DefaultValue("8") int poolSize,
      @DefaultValue("") String archive) {}

  /// Reads `svoi.*`; the data folder becomes absolute.
  public Settings {
    data = data.toAbsolutePath().normalize();
    doors = Set.copyOf(doors);
  }

  /// Where the secrets of this installation lie.
  public Path secrets() {
    return database.passwords().isEmpty() ? data.resolve("secrets") : Path.of(database.passwords());
  }

  /// Where the write-ahead log is kept.
  public Optional<Path> archive() {
    return database.archive().isEmpty()
        ? Optional.empty()
        : Optional.of(Path.of(database.archive()).toAbsolutePath().normalize());
  }

  /// Files of pictures and videos.
  public Path media() {
    return data.resolve("media");
  }

  /// Sealed files of people who stay anonymous.
  public Path intake() {
    return data.resolve("intake");
  }

  /// Keys of sealed cases: replicated, never backed up.
  public Path erasure() {
    return data.resolve("erasure");
  }

  /// Where the audit log ended, signed.
  public Path anchors() {
    return data.resolve("anchors");
  }

  /// Evidence, encrypted.
  public Path evidence() {
    return data.resolve("evidence");
  }
}

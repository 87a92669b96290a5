package svoi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import svoi.app.Svoi;
import svoi.platform.Database;
import svoi.platform.Language;
import svoi.platform.Role;

/// The one running program of all tests: a fresh demo on a free port, started by the first who asks
/// and stopped with the JVM.
final class Program {
  private static final Program RUNNING = start();

  private final Path data;
  private final int port;
  private final Properties tour;
  private final ApplicationContext context;

  private Program(Path data, int port, ApplicationContext context) {
    this.data = data;
    this.port = port;
    this.context = context;
    this.tour = Folders.tour(data);
  }

  static Program running() {
    return RUNNING;
  }

  private static Program start() {
    Path data = Folders.fresh("e2e-data");
    int port = freePort();
    return new Program(
        data,
        port,
        Svoi.serve("--svoi.data=" + data, "--server.port=" + port, "--svoi.demo-persons=1000"));
  }

  /// Known before the start, because passkeys are bound to the public address.
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A part of the running program, to ask what it consists of.
  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  int port() {
    return port;
  }

  /// The address to which passkeys are bound.
  URI desk() {
    return URI.create("http://localhost:" + port);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  Path data() {
    return data;
  }

  /// A client that talks to this program.
  Http http() {
    return new Http(base());
  }

  /// The profile that stands for a state in the guided tour, for example `withdrawn`.
  UUID tour(String state) {
    return UUID.fromString(Objects.requireNonNull(tour.getProperty(state), state));
  }

  /// The address of the profile that stands for a state.
  String profile(Language language, String state) {
    return "/" + language.code() + "/profiles/" + tour(state);
  }

  /// Address of the program's database, without a user.
  String databaseUrl() {
    return Folders.read(data.resolve("database.address"));
  }

  /// The program's database under one of its roles; plans are never compiled, as for the doors.
  Database as(Role role) {
    String password = Folders.read(data.resolve("secrets").resolve(role.sqlName()));
    return Database.over(
        new DriverManagerDataSource(
            databaseUrl() + "?options=-c%20jit=off", role.sqlName(), password));
  }
}

package svoi.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/// `./svoi COMMAND`: on the running program's database, or on one started for the command.
final class Command {
  private static final String USAGE =
      """
      ./svoi import FILE [--confirm] [--lang=uk|ru|en]   take persons from a table; a dry run without --confirm
      ./svoi import --template                           print the template with an example row
      ./svoi withdraw PROFILE SCOPE… --by=ROLE           take back consents; the page goes dark at once
      ./svoi audit verify                                recompute the chain of the audit log, compare it with its anchors
      ./svoi backup DIR                                  copy everything but the secrets, also while it runs
      ./svoi restore BACKUP [--wal=DIR [--until=TIME]]   into a new data folder that has only its secrets
      On a machine without a network:
      ./svoi desk-key root DIR                           make the root key of the desks' keys
      ./svoi desk-key sign TEXT ROOT                     sign the text of a desk's key with the root's private file
      ./svoi desk-key generate DIR --agency=A --desk=CODE --until=YYYY-MM-DD [--number=1] [--shares=5/3]
                                                         make the key of an offline desk; 5 shares, of which 3 are enough
      ./svoi desk-key split KEY 5/3                      write the key as shares for paper
      ./svoi desk-key join KEY TEXT SHARES…              bring the key back from files with a share on each line
      ./svoi desk-key open CASE KEY DIR                  check and open an exported case into a new folder
      ./svoi desk-key answer CASE KEY TEXT OUT           seal a text as the next answer of the case
      Any setting can follow, for example --svoi.data=DIR.
      """;

  private Command() {}

  static int run(String[] args) throws RuntimeException {
    String[] words =
        Arrays.stream(args).filter(a -> !a.startsWith("--svoi.")).toArray(String[]::new);
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      case "import" -> ImportCommand.run(words, args);
      case "audit" -> AuditCommand.run(words, args);
      case "backup" -> BackupCommand.run(words, args);
      case "restore" -> RestoreCommand.run(words, args);
      case "withdraw" -> WithdrawCommand.run(words, args);
      case "desk-key" -> DeskKeyCommand.run(words);
      case "help" -> usage(0);
      default -> usage(2);
    };
  }

  static int usage(int status) {
    System.err.print(USAGE);
    return status;
  }

  /// What a command works on; closing it stops whatever was started for it.
  record Workplace(ConfigurableApplicationContext context, boolean running)
      implements AutoCloseable {
    <T> T get(Class<T> type) {
      return context.getBean(type);
    }

    @Override
    public void close() {
      context.close();
    }
  }

  private static Path dataOf(String[] args) {
    return Arrays.stream(args)
        .filter(a -> a.startsWith("--svoi.data="))
        .map(a -> Path.of(a.substring("--svoi.data=".length())))
        .findFirst()
        .orElse(Path.of(".data"))
        .toAbsolutePath();
  }

  /// The settings alone, nothing started.
  static Settings settings(String[] args) {
    try (ConfigurableApplicationContext context = context(SettingsOnly.class, args)) {
      return context.getBean(Settings.class);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(Settings.class)
  static class SettingsOnly {}

  /// Finds the running program's database, else starts the one it needs.
  static Workplace open(String[] args) {
    boolean running = Instance.isTaken(dataOf(args));
    Class<?> configuration = running ? CommandConfiguration.class : CoreConfiguration.class;
    return new Workplace(context(configuration, args), running);
  }

  private static ConfigurableApplicationContext context(Class<?> configuration, String[] args) {
    return new SpringApplicationBuilder(configuration)
        .bannerMode(Banner.Mode.OFF)
        .web(WebApplicationType.NONE)
        .registerShutdownHook(true)
        .run(Svoi.settingsOf(args));
  }
}

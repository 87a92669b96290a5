package svoi.app;

import java.util.Arrays;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the program: the doors, or one command.
public final class Svoi {
  private Svoi() {}

  /// Without a command opens the doors and stays; with one (`import`, `audit`, `withdraw`) runs it
  /// and ends with its exit status: 0 done, 1 something was refused, 2 the words are wrong.
  public static void main(String[] args) {
    try {
      if (args.length == 0 || args[0].startsWith("--")) {
        serve(args);
      } else {
        int status = Command.run(args);
        System.exit(status);
      }
    } catch (RuntimeException e) {
      System.err.println(refusal(e).getMessage());
      System.exit(1);
    }
  }

  /// Opens the doors; returns when they are open.
  public static ConfigurableApplicationContext serve(String... args) {
    SpringApplication application =
        new SpringApplicationBuilder(CoreConfiguration.class, DoorsConfiguration.class)
            .bannerMode(Banner.Mode.OFF)
            .web(WebApplicationType.SERVLET)
            .build();
    return application.run(args);
  }

  /// The words for a person out of a failure of the start; anything unexpected stays a failure.
  private static Refusal refusal(RuntimeException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof Refusal refusal) {
        return refusal;
      }
      if (t instanceof PortInUseException taken) {
        return new Refusal(
            "Port "
                + taken.getPort()
                + " is in use. Stop what listens there, or choose another with --server.port=9090.");
      }
    }
    throw failure;
  }

  static String[] settingsOf(String[] args) {
    return Arrays.stream(args).filter(a -> a.startsWith("--svoi.")).toArray(String[]::new);
  }
}

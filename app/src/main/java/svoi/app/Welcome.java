package svoi.app;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/// Says where to look, once everything is open.
final class Welcome implements ApplicationListener<ApplicationReadyEvent> {
  private final Settings settings;

  Welcome(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    Environment environment = event.getApplicationContext().getEnvironment();
    String port = environment.getProperty("local.server.port", "8080");
    String base = "http://localhost:" + port;
    System.out.println();
    System.out.println("Svoi is open.");
    System.out.println("  the public site   " + base + "/uk/  /ru/  /en/");
    System.out.println("  machine-readable  " + base + "/api/v1/regions");
    if (settings.demo()) {
      System.out.println("  the guided tour   " + base + "/demo   (everybody in it is invented)");
    }
    System.out.println("  data are kept in  " + settings.data());
    System.out.println("Ctrl-C stops everything.");
  }
}

package svoi.app;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import svoi.app.demo.Demo;
import svoi.platform.PublicationFeed;
import svoi.site.SiteConfiguration;
import svoi.web.WebConfiguration;

/// Opens the doors named by `svoi.doors`.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({SiteConfiguration.class, WebConfiguration.class})
class DoorsConfiguration {

  /// Loads the demo once and begins to follow the publication log, before the first door opens.
  @Bean
  SmartLifecycle beforeTheDoors(Optional<Demo> demo, PublicationFeed feed) {
    return new BeforeTheDoors(demo, feed);
  }

  @Bean
  Welcome welcome(Settings settings) {
    return new Welcome(settings);
  }

  private static final class BeforeTheDoors implements SmartLifecycle {
    private final Optional<Demo> demo;
    private final PublicationFeed feed;
    private volatile boolean running;

    BeforeTheDoors(Optional<Demo> demo, PublicationFeed feed) {
      this.demo = demo;
      this.feed = feed;
    }

    @Override
    public void start() {
      demo.filter(d -> !d.isLoaded()).ifPresent(BeforeTheDoors::load);
      try {
        feed.start();
      } catch (SQLException e) {
        throw new IllegalStateException("publication log not readable", e);
      }
      running = true;
    }

    private static void load(Demo demo) {
      System.out.println("Loading 2,000 invented persons, once …");
      demo.load(
          n -> {
            if (n % 500 == 0) {
              System.out.println("  " + n);
            }
          });
    }

    @Override
    public void stop() {
      feed.close();
      running = false;
    }

    @Override
    public boolean isRunning() {
      return running;
    }

    @Override
    public int getPhase() {
      return 0;
    }
  }
}

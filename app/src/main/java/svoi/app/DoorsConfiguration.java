package svoi.app;

import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import svoi.app.demo.Demo;
import svoi.app.demo.DemoReceipt;
import svoi.platform.Jobs;
import svoi.platform.PublicationFeed;
import svoi.register.PublicRegister;
import svoi.site.DemoTour;
import svoi.site.SiteConfiguration;
import svoi.web.WebConfiguration;

/// Opens the doors named by `svoi.doors`.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({SiteConfiguration.class, ContactDoor.class, DeskDoor.class, WebConfiguration.class})
class DoorsConfiguration {

  /// Loads the demo once and begins to follow the publication log, before the first door opens.
  @Bean
  SmartLifecycle beforeTheDoors(
      Optional<Demo> demo, Settings settings, PublicationFeed feed, Jobs jobs) {
    return new BeforeTheDoors(demo, settings.demoPersons(), feed, jobs);
  }

  @Bean
  @ConditionalOnProperty(name = "svoi.demo", matchIfMissing = true)
  DemoReceipt demoReceipt(Settings settings) {
    return new DemoReceipt(settings.data());
  }

  @Bean
  @ConditionalOnProperty(name = "svoi.demo", matchIfMissing = true)
  DemoTour demoTour(Demo demo, PublicRegister register, DemoReceipt receipt) {
    return new GuidedTour(demo, register, receipt);
  }

  @Bean
  Welcome welcome(Settings settings) {
    return new Welcome(settings);
  }
}

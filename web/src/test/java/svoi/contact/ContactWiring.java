package svoi.contact;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import svoi.intake.Dropbox;
import svoi.intake.IntakeSecrets;
import svoi.intake.IntakeStore;
import svoi.intake.RootKey;
import svoi.platform.DatabaseClock;
import svoi.platform.PublicationFeed;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.web.PageConfiguration;
import svoi.web.WebConfiguration;

/// Wires the anonymous door over a test database, as the program does.
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  JettyServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class
})
@Import({PageConfiguration.class, WebConfiguration.class, ContactConfiguration.class})
class ContactWiring {
  /// What the test owns and closes.
  record Given(TestDatabase database, Path folder, IntakeSecrets secrets, RootKey.Verifier root) {
    IntakeStore store() {
      return new IntakeStore(folder.resolve("intake"), folder.resolve("erasure"));
    }
  }

  @Bean
  DatabaseClock clock() {
    return new DatabaseClock();
  }

  @Bean(destroyMethod = "")
  PublicationFeed publicationFeed(Given given, DatabaseClock clock) {
    return new PublicationFeed(given.database().as(Role.SITE).source(), clock);
  }

  @Bean
  IntakeSecrets intakeSecrets(Given given) {
    return given.secrets();
  }

  @Bean
  Dropbox dropbox(Given given) {
    return new Dropbox(
        given.database().as(Role.CONTACT), given.secrets(), given.store(), given.root());
  }
}

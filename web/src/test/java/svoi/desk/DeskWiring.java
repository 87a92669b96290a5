package svoi.desk;

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
import svoi.audit.AuditLog;
import svoi.audit.AuditTrail;
import svoi.exchange.Statistics;
import svoi.intake.Dropbox;
import svoi.intake.IntakeSecrets;
import svoi.intake.IntakeStore;
import svoi.intake.InventedSecrets;
import svoi.intake.RootKey;
import svoi.media.MediaStore;
import svoi.platform.Database;
import svoi.platform.DatabaseClock;
import svoi.platform.PersonKeys;
import svoi.platform.PublicationFeed;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.platform.TestVault;
import svoi.platform.Vault;
import svoi.reference.Reference;
import svoi.register.PublicRegister;
import svoi.search.Published;
import svoi.site.SiteConfiguration;
import svoi.web.WebConfiguration;

/// Wires the public door and the staff door over a test database, as the program does.
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
@Import({SiteConfiguration.class, DeskConfiguration.class, WebConfiguration.class})
public class DeskWiring {
  /// What the test owns and closes.
  public record Given(TestDatabase database, Path folder) {}

  @Bean
  DeskDatabase deskDatabase(Given given) {
    return new DeskDatabase(given.database().as(Role.DESK));
  }

  @Bean
  DatabaseClock clock() {
    return new DatabaseClock();
  }

  @Bean
  MediaStore mediaStore(Given given) {
    return new MediaStore(given.folder().resolve("store"));
  }

  @Bean
  PersonKeys personKeys(Given given) {
    return TestVault.keys(given.database().as(Role.DESK));
  }

  @Bean
  Vault vault(Given given) {
    return TestVault.in(given.folder().resolve("vault"), given.database().as(Role.DESK));
  }

  /// The offline root, which here lies beside the desk.
  @Bean
  RootKey.Pair intakeRoot() {
    return RootKey.generate();
  }

  @Bean
  RootKey.Verifier intakeVerifier(RootKey.Pair root) {
    return RootKey.verifier(root.publicText());
  }

  @Bean
  IntakeSecrets intakeSecrets() {
    return InventedSecrets.random();
  }

  @Bean
  IntakeStore intakeStore(Given given) {
    return new IntakeStore(given.folder().resolve("blobs"), given.folder().resolve("erasure"));
  }

  /// The other side of the desk: what a source does.
  @Bean
  Dropbox dropbox(
      Given given, IntakeSecrets secrets, IntakeStore store, RootKey.Verifier verifier) {
    return new Dropbox(given.database().as(Role.CONTACT), secrets, store, verifier);
  }

  @Bean
  AuditTrail auditTrail(Given given) {
    Database desk = given.database().as(Role.DESK);
    return new AuditTrail(desk.jdbc(), TestVault.keys(desk));
  }

  @Bean
  AuditLog auditLog(Given given) {
    Database desk = given.database().as(Role.DESK);
    return new AuditLog(desk.jdbc(), TestVault.keys(desk));
  }

  @Bean
  Reference reference(Given given) {
    return Reference.read(given.database().as(Role.SITE).jdbc());
  }

  @Bean
  PublicRegister publicRegister(Given given) {
    return new PublicRegister(given.database().as(Role.SITE).jdbc());
  }

  @Bean
  Statistics statistics(Given given) {
    return new Statistics(given.database().as(Role.SITE).jdbc());
  }

  @Bean
  Published published(Given given, DatabaseClock clock) {
    return new Published(given.database().as(Role.SITE), clock);
  }

  @Bean
  PublicationFeed publicationFeed(Given given, DatabaseClock clock) {
    return new PublicationFeed(given.database().as(Role.SITE).source(), clock);
  }
}

package svoi.app;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.audit.Anchors;
import svoi.audit.AuditTrail;
import svoi.media.MediaStore;
import svoi.platform.Role;
import svoi.reference.Reference;

/// Wires a command that works beside the running program, on its database.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class CommandConfiguration {

  @Bean
  Secrets secrets(Settings settings) {
    return new Secrets(settings.secrets());
  }

  @Bean
  Databases databases(Settings settings, Secrets secrets) {
    String url =
        Instance.announced(settings.data())
            .orElseThrow(
                () -> new Refusal("The program on " + settings.data() + " is still starting."));
    return Databases.connect(url, secrets, 2);
  }

  @Bean
  AuditTrail auditTrail(Databases databases) {
    return new AuditTrail(databases.of(Role.DESK).jdbc());
  }

  @Bean
  Anchors anchors(Settings settings, Secrets secrets) {
    return new Anchors(settings.anchors(), secrets.key(Secrets.ANCHOR_KEY));
  }

  @Bean
  Reference reference(Databases databases) {
    return Reference.read(databases.of(Role.DESK).jdbc());
  }

  @Bean
  MediaStore mediaStore(Settings settings) {
    return new MediaStore(settings.media());
  }
}

package svoi.app;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import svoi.desk.DeskConfiguration;
import svoi.desk.DeskDatabase;
import svoi.platform.Jobs;
import svoi.platform.Role;
import svoi.site.PreviewConfiguration;

/// Opens the staff door, if `svoi.doors` names it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${svoi.doors:site,contact,desk}'.contains('desk')")
@Import({DeskConfiguration.class, PreviewConfiguration.class})
class DeskDoor {
  @Bean
  DeskDatabase deskDatabase(Databases databases) {
    return new DeskDatabase(databases.of(Role.DESK));
  }

  /// Sessions that ran out are of no use to anybody.
  @Bean
  Swept sweptSessions(Jobs jobs, JdbcIndexedSessionRepository sessions) {
    jobs.every(Duration.ofMinutes(10), "staff.sweep-sessions", sessions::cleanUpExpiredSessions);
    return new Swept();
  }

  /// Says that the jobs of this door are known.
  record Swept() {}
}

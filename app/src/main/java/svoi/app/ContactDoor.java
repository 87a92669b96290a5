package svoi.app;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import svoi.app.demo.DemoDesks;
import svoi.app.demo.DemoMessages;
import svoi.app.demo.DemoReceipt;
import svoi.audit.AuditTrail;
import svoi.contact.ContactConfiguration;
import svoi.intake.DeskKeys;
import svoi.intake.Dropbox;
import svoi.intake.Inbox;
import svoi.intake.IntakeRefused;
import svoi.intake.IntakeSecrets;
import svoi.intake.IntakeStore;
import svoi.intake.Retention;
import svoi.intake.RootKey;
import svoi.intake.StaffKeys;
import svoi.platform.Database;
import svoi.platform.DatabaseClock;
import svoi.platform.Jobs;
import svoi.platform.Role;

/// Opens the anonymous door, if `svoi.doors` names it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${svoi.doors:site,contact,desk}'.contains('contact')")
@Import(ContactConfiguration.class)
class ContactDoor {
  @Bean
  Dropbox dropbox(
      Databases databases, IntakeSecrets secrets, IntakeStore store, RootKey.Verifier root) {
    return new Dropbox(databases.of(Role.CONTACT), secrets, store, root);
  }

  /// What is due is erased where the keys lie, whoever has signed in.
  @Bean
  Erased erasedCases(Jobs jobs, Databases databases, IntakeStore store, AuditTrail audit) {
    Retention retention = new Retention(databases.of(Role.DESK), store, audit);
    jobs.every(Duration.ofHours(1), "intake.erase-due", retention::eraseDue);
    jobs.every(Duration.ofHours(24), "intake.check", retention::check);
    return new Erased();
  }

  /// In a demo a desk of each audience has a key and something to read before the first visitor
  /// comes.
  @Bean
  @ConditionalOnProperty(name = "svoi.demo", matchIfMissing = true)
  SmartLifecycle demoDesks(
      Databases databases,
      Secrets secrets,
      IntakeSecrets intake,
      IntakeStore store,
      RootKey.Verifier root,
      AuditTrail audit,
      DatabaseClock clock,
      Dropbox dropbox,
      DemoReceipt receipt,
      Jobs jobs) {
    Database desk = databases.of(Role.DESK);
    StaffKeys staff = new StaffKeys(desk, intake, audit);
    DeskKeys keys = new DeskKeys(desk, store, root, staff, audit);
    DemoDesks desks = new DemoDesks(staff, keys, DemoRoot.signer(secrets), clock);
    Inbox inbox = new Inbox(desk, store, root, intake, audit);
    DemoMessages messages = new DemoMessages(dropbox, inbox, staff, receipt);
    jobs.every(Duration.ofHours(1), "demo.messages", messages::ensure);
    return new BeforeContact(
        () -> {
          try {
            desks.ensure(dropbox::takes);
          } catch (IntakeRefused e) {
            System.err.println("The desks of this demo belong to another process: " + e.reason());
          }
          messages.ensure();
        });
  }

  /// Says that the jobs of this door are known.
  record Erased() {}
}

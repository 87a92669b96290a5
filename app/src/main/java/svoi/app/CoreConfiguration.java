package svoi.app;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import svoi.app.demo.Demo;
import svoi.audit.Anchors;
import svoi.audit.AuditLog;
import svoi.audit.AuditTrail;
import svoi.exchange.Ledger;
import svoi.exchange.LostSlots;
import svoi.exchange.Releases;
import svoi.exchange.Statistics;
import svoi.exchange.needs.AwaitedNames;
import svoi.exchange.needs.NeedImports;
import svoi.intake.IntakeSecrets;
import svoi.intake.IntakeStore;
import svoi.intake.RootKey;
import svoi.media.MediaStore;
import svoi.platform.Database;
import svoi.platform.DatabaseClock;
import svoi.platform.Jobs;
import svoi.platform.PersonKeys;
import svoi.platform.PublicationFeed;
import svoi.platform.Role;
import svoi.platform.Vault;
import svoi.reference.Reference;
import svoi.register.PublicRegister;
import svoi.register.Register;
import svoi.search.Published;

/// Wires the domain: explicit, nothing is scanned.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class CoreConfiguration {

  @Bean
  Secrets secrets(Settings settings) {
    return new Secrets(settings.secrets());
  }

  @Bean
  Instance instance(Settings settings, Environment environment) {
    SafeStart.check(settings, environment.getProperty("server.address", ""));
    return Instance.take(settings.data())
        .orElseThrow(
            () ->
                new Refusal(
                    "Another program runs on "
                        + settings.data()
                        + ". Stop it first, or choose another folder with --svoi.data=DIR."));
  }

  @Bean
  Installation installation(Settings settings, Secrets secrets, Instance instance)
      throws IOException, SQLException {
    return Installation.start(settings, secrets, instance);
  }

  @Bean(destroyMethod = "")
  Databases databases(Installation installation) {
    return installation.databases();
  }

  @Bean
  DatabaseClock clock() {
    return new DatabaseClock();
  }

  @Bean
  MediaStore mediaStore(Settings settings) {
    return new MediaStore(settings.media());
  }

  @Bean
  PersonKeys personKeys(Databases databases, Secrets secrets, Settings settings) {
    PersonKeys keys =
        new PersonKeys(databases.of(Role.DESK).jdbc(), secrets.key(Secrets.VAULT_KEY));
    if (!keys.fits()) {
      throw new Refusal(
          "The file "
              + settings.secrets().resolve(Secrets.VAULT_KEY)
              + " is not the key of this database: nothing that was sealed could be opened. "
              + "Bring back the secrets that belong to it.");
    }
    return keys;
  }

  @Bean
  Vault vault(PersonKeys keys, Settings settings) {
    return new Vault(keys, settings.evidence());
  }

  @Bean
  IntakeKeys intakeKeys(Secrets secrets, Settings settings) {
    return IntakeKeys.read(secrets, settings);
  }

  @Bean
  IntakeSecrets intakeSecrets(IntakeKeys keys) {
    return keys.secrets();
  }

  @Bean
  RootKey.Verifier intakeRoot(IntakeKeys keys) {
    return keys.root();
  }

  @Bean
  IntakeStore intakeStore(Settings settings) {
    return new IntakeStore(settings.intake(), settings.erasure());
  }

  @Bean
  AuditTrail auditTrail(Databases databases, PersonKeys keys) {
    return new AuditTrail(databases.of(Role.DESK).jdbc(), keys);
  }

  @Bean
  AuditLog auditLog(Databases databases, PersonKeys keys) {
    return new AuditLog(databases.of(Role.DESK).jdbc(), keys);
  }

  @Bean
  Anchors anchors(Settings settings, Secrets secrets) {
    return new Anchors(settings.anchors(), secrets.key(Secrets.ANCHOR_KEY));
  }

  @Bean
  Reference reference(Databases databases) {
    return Reference.read(databases.of(Role.SITE).jdbc());
  }

  @Bean
  PublicRegister publicRegister(Databases databases) {
    return new PublicRegister(databases.of(Role.SITE).jdbc());
  }

  @Bean
  Statistics statistics(Databases databases) {
    return new Statistics(databases.of(Role.SITE).jdbc());
  }

  @Bean
  Published published(Databases databases, DatabaseClock clock) {
    return new Published(databases.of(Role.SITE), clock);
  }

  @Bean(destroyMethod = "")
  PublicationFeed publicationFeed(Databases databases, DatabaseClock clock, Published published) {
    PublicationFeed feed = new PublicationFeed(databases.of(Role.SITE).source(), clock);
    feed.subscribe(published);
    return feed;
  }

  /// Time alone makes profiles appear; the caches hear of it through the publication log.
  @Bean(destroyMethod = "")
  Jobs jobs(
      Databases databases,
      AuditTrail trail,
      Anchors anchors,
      PersonKeys keys,
      DatabaseClock clock) {
    Database desk = databases.of(Role.DESK);
    Register register = new Register(desk, trail);
    Jobs jobs = new Jobs(desk.source());
    jobs.every(Duration.ofMinutes(1), "register.note-appearances", register::noteAppearances);
    jobs.every(Duration.ofHours(1), "audit.anchor", () -> anchors.write(trail));
    LostSlots slots = new LostSlots(desk.jdbc());
    jobs.every(Duration.ofMinutes(1), "exchange.drop-lost", slots::dropAll);
    jobs.every(Duration.ofHours(1), "exchange.note-silence", new Ledger(desk.jdbc())::noteSilence);
    jobs.every(Duration.ofMinutes(1), "exchange.release", new Releases(desk)::writeChanged);
    NeedImports imports = new NeedImports(desk, trail, keys, clock, new AwaitedNames(desk));
    jobs.every(Duration.ofHours(1), "exchange.drop-imports", imports::dropOld);
    return jobs;
  }

  @Bean
  @ConditionalOnProperty(name = "svoi.demo", matchIfMissing = true)
  Demo demo(
      Settings settings,
      Databases databases,
      Reference reference,
      MediaStore store,
      PersonKeys keys,
      Vault vault) {
    return new Demo(
        settings.data(), databases.owner(), databases.of(Role.DESK), reference, store, keys, vault);
  }
}

package svoi.desk.offers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.audit.AuditTrail;
import svoi.cases.Persons;
import svoi.desk.DeskDatabase;
import svoi.desk.DeskPages;
import svoi.exchange.offers.Availability;
import svoi.exchange.offers.Captives;
import svoi.exchange.offers.Equality;
import svoi.exchange.offers.Examinations;
import svoi.exchange.offers.Fears;
import svoi.exchange.offers.Instruments;
import svoi.exchange.offers.OfferNames;
import svoi.exchange.offers.Offers;
import svoi.platform.DatabaseClock;
import svoi.platform.PersonKeys;
import svoi.platform.Vault;
import svoi.reference.Reference;
import svoi.register.Reach;

/// The area of those who may be offered.
@Configuration(proxyBeanMethods = false)
public class OffersConfiguration {
  @Bean
  Offers offers(DeskDatabase desk, AuditTrail audit, PersonKeys keys, Vault vault) {
    return new Offers(desk.database(), audit, keys, vault);
  }

  @Bean
  Availability availability(DeskDatabase desk, AuditTrail audit) {
    return new Availability(desk.database(), audit);
  }

  @Bean
  Examinations examinations(DeskDatabase desk, AuditTrail audit, PersonKeys keys, Vault vault) {
    return new Examinations(desk.database(), audit, keys, vault);
  }

  @Bean
  Captives captives(DeskDatabase desk, AuditTrail audit, PersonKeys keys) {
    return new Captives(desk.database(), audit, keys);
  }

  @Bean
  Instruments instruments(DeskDatabase desk, AuditTrail audit, Vault vault) {
    return new Instruments(desk.database(), audit, vault);
  }

  @Bean
  Fears fears(DeskDatabase desk, AuditTrail audit, Vault vault) {
    return new Fears(desk.database(), audit, vault);
  }

  @Bean
  Equality equality(DeskDatabase desk, AuditTrail audit) {
    return new Equality(desk.database(), audit);
  }

  @Bean
  OfferNames offerNames(DeskDatabase desk, Persons persons) {
    return new OfferNames(desk.database(), persons);
  }

  @Bean
  OfferTasks offerTasks(
      Instruments instruments, Fears fears, Equality equality, DatabaseClock clock) {
    return new OfferTasks(instruments, fears, equality, clock);
  }

  @Bean
  OffersController offersController(
      DeskPages pages,
      Availability availability,
      Offers offers,
      Reach reach,
      Reference reference,
      DatabaseClock clock) {
    return new OffersController(pages, availability, offers, reach, reference, clock);
  }

  @Bean
  OfferController offerController(
      DeskPages pages, Offers offers, Examinations examinations, Reach reach, DatabaseClock clock) {
    return new OfferController(pages, offers, examinations, reach, clock);
  }

  @Bean
  InstrumentsController instrumentsController(
      DeskPages pages,
      OfferController offer,
      Instruments instruments,
      AuditTrail audit,
      DatabaseClock clock) {
    return new InstrumentsController(pages, offer, instruments, audit, clock);
  }

  @Bean
  CaptivesController captivesController(
      DeskPages pages, Captives captives, OfferNames names, DatabaseClock clock) {
    return new CaptivesController(pages, captives, names, clock);
  }

  @Bean
  FearController fearController(DeskPages pages, Fears fears, AuditTrail audit) {
    return new FearController(pages, fears, audit);
  }

  @Bean
  EqualityController equalityController(
      DeskPages pages, Equality equality, Reference reference, DatabaseClock clock) {
    return new EqualityController(pages, equality, reference, clock);
  }
}

package svoi.desk.cases;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.audit.AuditTrail;
import svoi.cases.Cards;
import svoi.cases.Duplicates;
import svoi.cases.Files;
import svoi.cases.Merges;
import svoi.cases.Persons;
import svoi.cases.Turns;
import svoi.cases.VerdictFiles;
import svoi.desk.DeskDatabase;
import svoi.desk.DeskPages;
import svoi.platform.DatabaseClock;
import svoi.platform.Vault;
import svoi.reference.Reference;
import svoi.register.Reach;

/// Files of persons.
@Configuration(proxyBeanMethods = false)
public class CasesConfiguration {
  @Bean
  Files caseFiles(DeskDatabase desk, AuditTrail audit, Reference reference, DatabaseClock clock) {
    return new Files(desk.database(), audit, reference, clock);
  }

  /// Read while the first visitors come: a search waits for it if it must.
  @Bean
  Persons casePersons(DeskDatabase desk) {
    Persons persons = new Persons(desk.database());
    Thread.ofVirtual().name("persons").start(persons::warm);
    return persons;
  }

  @Bean
  CaseLists caseLists(DeskDatabase desk, Persons persons) {
    return new CaseLists(
        new Cards(desk.database()), persons, new Duplicates(persons, desk.database()));
  }

  @Bean
  Merges caseMerges(DeskDatabase desk, AuditTrail audit) {
    return new Merges(desk.database(), audit);
  }

  @Bean
  Reached caseReach(Reach reach, Files files) {
    return new Reached(reach, files);
  }

  @Bean
  PersonListController personListController(
      DeskPages pages, CaseLists lists, Reached reach, AuditTrail audit) {
    return new PersonListController(pages, lists, reach, audit);
  }

  @Bean
  PersonsController personsController(
      DeskPages pages,
      Files files,
      CaseLists lists,
      Merges merges,
      Reached reach,
      Reference reference,
      AuditTrail audit) {
    return new PersonsController(pages, files, lists, merges, reach, reference, audit);
  }

  @Bean
  EventsController eventsController(
      DeskPages pages, DeskDatabase desk, Reached reach, AuditTrail audit, DatabaseClock clock) {
    return new EventsController(pages, new Turns(desk.database(), audit, clock), reach, audit);
  }

  @Bean
  MergesController mergesController(
      DeskPages pages, Merges merges, CaseLists lists, Reached reach, AuditTrail audit) {
    return new MergesController(pages, merges, lists, reach, audit);
  }

  @Bean
  VerdictController verdictController(
      DeskPages pages, DeskDatabase desk, AuditTrail audit, Vault vault, Reached reach) {
    return new VerdictController(pages, new VerdictFiles(desk.database(), audit, vault), reach);
  }
}

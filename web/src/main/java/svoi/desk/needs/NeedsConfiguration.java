package svoi.desk.needs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.audit.AuditTrail;
import svoi.desk.DeskDatabase;
import svoi.desk.DeskPages;
import svoi.exchange.needs.AwaitedDuplicates;
import svoi.exchange.needs.AwaitedFiles;
import svoi.exchange.needs.AwaitedMerges;
import svoi.exchange.needs.AwaitedNames;
import svoi.exchange.needs.AwaitedStates;
import svoi.exchange.needs.Families;
import svoi.exchange.needs.FamiliesToTell;
import svoi.exchange.needs.FamilyGroups;
import svoi.exchange.needs.NameGate;
import svoi.exchange.needs.NeedCards;
import svoi.exchange.needs.NeedImports;
import svoi.exchange.needs.NeedLists;
import svoi.exchange.needs.Returns;
import svoi.platform.DatabaseClock;
import svoi.platform.PersonKeys;
import svoi.platform.Vault;

/// Those who are awaited.
@Configuration(proxyBeanMethods = false)
public class NeedsConfiguration {
  /// Read while the first visitors come: a search waits for it if it must.
  @Bean
  AwaitedNames awaitedNames(DeskDatabase desk) {
    AwaitedNames names = new AwaitedNames(desk.database());
    Thread.ofVirtual().name("awaited").start(names::size);
    return names;
  }

  @Bean
  NeedDesk needDesk(
      DeskDatabase desk,
      AuditTrail audit,
      PersonKeys keys,
      DatabaseClock clock,
      AwaitedNames names) {
    return new NeedDesk(
        new AwaitedFiles(desk.database(), audit, keys, clock),
        new NeedCards(desk.database()),
        names,
        audit);
  }

  @Bean
  AwaitedDuplicates awaitedDuplicates(NeedDesk desk) {
    return new AwaitedDuplicates(desk.names(), desk.cards());
  }

  @Bean
  AwaitedMerges awaitedMerges(DeskDatabase desk, AuditTrail audit) {
    return new AwaitedMerges(desk.database(), audit);
  }

  @Bean
  NameGate nameGate(DeskDatabase desk, AuditTrail audit) {
    return new NameGate(desk.database(), audit);
  }

  @Bean
  NeedLists needLists(DeskDatabase desk, AuditTrail audit) {
    return new NeedLists(desk.database(), audit);
  }

  @Bean
  NeedsController needsController(DeskPages pages, NeedDesk needs, DatabaseClock clock) {
    return new NeedsController(pages, needs, clock);
  }

  @Bean
  NeedController needController(
      DeskPages pages,
      NeedDesk needs,
      DeskDatabase desk,
      AwaitedDuplicates duplicates,
      AwaitedMerges merges,
      NameGate gate,
      DatabaseClock clock) {
    FamilyGroups groups = new FamilyGroups(desk.database(), needs.audit());
    return new NeedController(pages, needs, duplicates, merges, groups, gate, clock);
  }

  @Bean
  NeedFormController needFormController(
      DeskPages pages, NeedDesk desk, AwaitedDuplicates duplicates) {
    return new NeedFormController(pages, desk, duplicates);
  }

  @Bean
  NeedStatesController needStatesController(
      DeskPages pages, NeedDesk needs, DeskDatabase desk, AuditTrail audit, Vault vault) {
    return new NeedStatesController(pages, needs, new AwaitedStates(desk.database(), audit, vault));
  }

  @Bean
  NeedMergesController needMergesController(DeskPages pages, NeedDesk desk, AwaitedMerges merges) {
    return new NeedMergesController(pages, desk, merges);
  }

  @Bean
  FamilyController familyController(
      DeskPages pages,
      NeedDesk needs,
      DeskDatabase desk,
      AuditTrail audit,
      PersonKeys keys,
      NameGate gate) {
    return new FamilyController(pages, needs, new Families(desk.database(), audit, keys), gate);
  }

  @Bean
  FamiliesToTell familiesToTell(DeskDatabase desk) {
    return new FamiliesToTell(desk.database().jdbc());
  }

  @Bean
  RelativesFirstController relativesFirstController(
      DeskPages pages, NeedDesk needs, FamiliesToTell families, NameGate gate) {
    return new RelativesFirstController(pages, needs, families, gate);
  }

  @Bean
  NeedListsController needListsController(DeskPages pages, NeedDesk desk, NeedLists lists) {
    return new NeedListsController(pages, desk, lists);
  }

  @Bean
  NeedExportController needExportController(
      NeedListsController pages, NeedLists lists, DatabaseClock clock) {
    return new NeedExportController(pages, lists, clock);
  }

  @Bean
  NeedImports needImports(DeskDatabase desk, NeedDesk needs, PersonKeys keys, DatabaseClock clock) {
    return new NeedImports(desk.database(), needs.audit(), keys, clock, needs.names());
  }

  @Bean
  NeedUploadController needUploadController(DeskPages pages, NeedImports imports) {
    return new NeedUploadController(pages, imports);
  }

  @Bean
  NeedImportController needImportController(
      DeskPages pages, NeedImports imports, NeedDesk needs, DatabaseClock clock) {
    return new NeedImportController(pages, imports, new ImportRuns(imports), needs, clock);
  }

  @Bean
  ReturnsController returnsController(
      DeskPages pages,
      NeedDesk needs,
      DeskDatabase desk,
      AuditTrail audit,
      Vault vault,
      DatabaseClock clock) {
    return new ReturnsController(pages, needs, new Returns(desk.database(), audit, vault), clock);
  }

  @Bean
  NeedTasks needTasks(FamiliesToTell families, NeedLists lists, NeedMergesController merges) {
    return new NeedTasks(families, lists, merges);
  }
}

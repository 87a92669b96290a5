package svoi.desk.rounds;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.audit.AuditTrail;
import svoi.desk.DeskDatabase;
import svoi.desk.DeskPages;
import svoi.exchange.Adoption;
import svoi.exchange.Blocks;
import svoi.exchange.Corrections;
import svoi.exchange.Handovers;
import svoi.exchange.Readiness;
import svoi.exchange.RoundLists;
import svoi.exchange.RoundQueue;
import svoi.exchange.Rounds;
import svoi.exchange.Signatures;
import svoi.exchange.Slots;
import svoi.exchange.TheirLists;
import svoi.exchange.Transitions;
import svoi.exchange.needs.FamiliesToTell;
import svoi.platform.Database;
import svoi.platform.DatabaseClock;
import svoi.platform.PersonKeys;
import svoi.platform.Vault;

/// Rounds.
@Configuration(proxyBeanMethods = false)
public class RoundsConfiguration {
  @Bean
  RoundDesk roundDesk(
      DeskDatabase desk, AuditTrail audit, PersonKeys keys, Vault vault, DatabaseClock clock) {
    Database database = desk.database();
    return new RoundDesk(
        new Rounds(database, audit, keys),
        new Blocks(database, audit),
        new Slots(database, audit, clock),
        new Readiness(database.jdbc()),
        new RoundLists(database, audit),
        new TheirLists(database, audit, vault),
        new Adoption(database, audit),
        new Signatures(database, audit),
        new Handovers(database, audit, vault),
        new Corrections(database, audit),
        new FamiliesToTell(database.jdbc()),
        new Transitions(database.jdbc()),
        audit);
  }

  @Bean
  RoundsController roundsController(DeskPages pages, RoundDesk rounds) {
    return new RoundsController(pages, rounds);
  }

  @Bean
  RoomController roomController(DeskPages pages, RoundDesk rounds) {
    return new RoomController(pages, rounds);
  }

  @Bean
  BlocksController blocksController(DeskPages pages, RoundDesk rounds, RoomController room) {
    return new BlocksController(pages, rounds, room);
  }

  @Bean
  SlotsController slotsController(DeskPages pages, RoundDesk rounds) {
    return new SlotsController(pages, rounds);
  }

  @Bean
  ListsController listsController(DeskPages pages, RoundDesk rounds, RoomController room) {
    return new ListsController(pages, rounds, room);
  }

  @Bean
  TheirListController theirListController(DeskPages pages, RoundDesk rounds, RoomController room) {
    return new TheirListController(pages, rounds, room);
  }

  @Bean
  ExportController roundExportController(DeskPages pages, RoundDesk rounds, DatabaseClock clock) {
    return new ExportController(pages, rounds, clock);
  }

  @Bean
  HandoverController handoverController(DeskPages pages, RoundDesk rounds) {
    return new HandoverController(pages, rounds);
  }

  @Bean
  OutcomesController outcomesController(DeskPages pages, RoundDesk rounds) {
    return new OutcomesController(pages, rounds);
  }

  @Bean
  RoundTasks roundTasks(DeskDatabase desk, DatabaseClock clock) {
    return new RoundTasks(new RoundQueue(desk.database().jdbc()), clock);
  }
}

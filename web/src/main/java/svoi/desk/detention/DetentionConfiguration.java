package svoi.desk.detention;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.audit.AuditTrail;
import svoi.cases.BreakGlass;
import svoi.cases.Detentions;
import svoi.consent.Cards;
import svoi.consent.Errands;
import svoi.desk.DeskDatabase;
import svoi.desk.DeskPages;
import svoi.platform.Database;
import svoi.platform.DatabaseClock;
import svoi.platform.PersonKeys;
import svoi.register.Reach;
import svoi.staff.Accounts;
import svoi.staff.Institutions;

/// Places of detention.
@Configuration(proxyBeanMethods = false)
public class DetentionConfiguration {
  @Bean
  Detentions detentions(DeskDatabase desk, AuditTrail audit, PersonKeys keys, DatabaseClock clock) {
    return new Detentions(desk.database(), audit, keys, clock);
  }

  @Bean
  BreakGlass breakGlass(
      DeskDatabase desk, AuditTrail audit, PersonKeys keys, Detentions detentions) {
    return new BreakGlass(desk.database(), audit, keys, detentions);
  }

  @Bean
  DetentionController detentionController(
      DeskPages pages,
      DeskDatabase desk,
      Reach reach,
      Detentions detentions,
      BreakGlass glass,
      AuditTrail audit) {
    Database database = desk.database();
    Whereabouts whereabouts =
        new Whereabouts(
            reach,
            new Cards(database.jdbc()),
            detentions,
            new Errands(database.jdbc(), detentions),
            new Institutions(database, audit));
    return new DetentionController(pages, whereabouts, detentions, glass);
  }

  @Bean
  OpeningsController openingsController(
      DeskPages pages, DeskDatabase desk, BreakGlass glass, Accounts accounts) {
    return new OpeningsController(
        pages, glass, new Cards(desk.database().jdbc()), new Openers(accounts));
  }

  @Bean
  DetentionTasks detentionTasks(BreakGlass glass, Accounts accounts) {
    return new DetentionTasks(glass, new Openers(accounts));
  }
}

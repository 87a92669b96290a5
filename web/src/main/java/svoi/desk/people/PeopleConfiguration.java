package svoi.desk.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.audit.AuditTrail;
import svoi.consent.Advocates;
import svoi.desk.DeskDatabase;
import svoi.desk.DeskPages;
import svoi.desk.DeskSession;
import svoi.staff.Accounts;
import svoi.staff.Institutions;
import svoi.web.SiteSettings;

/// Accounts of members.
@Configuration(proxyBeanMethods = false)
public class PeopleConfiguration {
  @Bean
  StaffController staffController(
      DeskPages pages,
      Accounts accounts,
      DeskSession sessions,
      AuditTrail audit,
      SiteSettings site) {
    return new StaffController(pages, accounts, sessions, audit, site);
  }

  @Bean
  InstitutionsController institutionsController(
      DeskPages pages, DeskDatabase desk, Accounts accounts, AuditTrail audit) {
    return new InstitutionsController(pages, new Institutions(desk.database(), audit), accounts);
  }

  @Bean
  LicenceController licenceController(
      DeskPages pages, DeskDatabase desk, Accounts accounts, AuditTrail audit) {
    return new LicenceController(pages, accounts, new Advocates(desk.database(), audit));
  }
}

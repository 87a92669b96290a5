package svoi.desk.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.audit.AuditLog;
import svoi.audit.AuditTrail;
import svoi.desk.DeskDatabase;
import svoi.desk.DeskPages;
import svoi.register.Reach;
import svoi.register.Register;
import svoi.staff.Accounts;

/// The audit log in the desk.
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {
  @Bean
  AuditController auditController(
      DeskPages pages, AuditLog log, AuditTrail trail, Accounts accounts) {
    return new AuditController(pages, log, trail, new Members(accounts));
  }

  @Bean
  LooksController looksController(
      DeskPages pages,
      AuditLog log,
      AuditTrail trail,
      Accounts accounts,
      Reach reach,
      DeskDatabase desk) {
    Register register = new Register(desk.database(), trail);
    return new LooksController(
        pages, log, trail, new Members(accounts), register::profileOf, reach);
  }
}

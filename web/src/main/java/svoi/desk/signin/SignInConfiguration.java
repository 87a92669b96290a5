package svoi.desk.signin;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.audit.AuditTrail;
import svoi.desk.DeskDatabase;
import svoi.desk.DeskPages;
import svoi.desk.DeskSession;
import svoi.staff.Accounts;
import svoi.staff.Passkeys;
import svoi.web.Limits;
import svoi.web.SiteSettings;

/// Signing in.
@Configuration(proxyBeanMethods = false)
public class SignInConfiguration {
  @Bean
  Passkeys passkeys(DeskDatabase desk) {
    return new Passkeys(desk.database().jdbc());
  }

  @Bean
  PasskeyCeremonies passkeyCeremonies(Passkeys passkeys, Accounts accounts, SiteSettings site) {
    return new PasskeyCeremonies(new PasskeyStore(passkeys, accounts), site);
  }

  @Bean
  SignInController signInController(
      DeskPages pages,
      DeskSession sessions,
      PasskeyCeremonies passkeys,
      Accounts accounts,
      AuditTrail audit,
      Limits limits) {
    return new SignInController(pages, sessions, passkeys, accounts, audit, limits);
  }

  @Bean
  EnrolController enrolController(
      DeskPages pages,
      DeskSession sessions,
      PasskeyCeremonies passkeys,
      Accounts accounts,
      AuditTrail audit,
      Limits limits) {
    return new EnrolController(pages, sessions, passkeys, accounts, audit, limits);
  }

  @Bean
  AccountController accountController(
      DeskPages pages,
      DeskSession sessions,
      PasskeyCeremonies ceremonies,
      Passkeys passkeys,
      Accounts accounts,
      AuditTrail audit) {
    return new AccountController(pages, sessions, ceremonies, passkeys, accounts, audit);
  }

  @Bean
  @ConditionalOnProperty(name = "svoi.demo", havingValue = "true")
  DemoDoorController demoDoorController(
      DeskPages pages, DeskSession sessions, Accounts accounts, AuditTrail audit) {
    return new DemoDoorController(pages, sessions, accounts, audit);
  }
}

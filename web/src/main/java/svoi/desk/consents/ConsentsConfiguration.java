package svoi.desk.consents;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.audit.AuditTrail;
import svoi.consent.Cards;
import svoi.consent.ConsentStates;
import svoi.consent.ConsentTexts;
import svoi.consent.Consents;
import svoi.consent.Meetings;
import svoi.consent.SessionRequests;
import svoi.consent.SignedSheets;
import svoi.consent.Withdrawals;
import svoi.desk.DeskDatabase;
import svoi.desk.DeskPages;
import svoi.exchange.LostSlots;
import svoi.platform.DatabaseClock;
import svoi.platform.Vault;
import svoi.register.Reach;
import svoi.register.Register;
import svoi.staff.Accounts;

/// Consents.
@Configuration(proxyBeanMethods = false)
public class ConsentsConfiguration {
  @Bean
  ConsentStates consentStates(DeskDatabase desk) {
    return new ConsentStates(desk.database().jdbc());
  }

  @Bean
  ConsentTexts consentTexts(DeskDatabase desk) {
    return new ConsentTexts(desk.database().jdbc());
  }

  @Bean
  Consents consents(DeskDatabase desk, AuditTrail audit) {
    return new Consents(desk.database(), audit, List.of(new LostSlots(desk.database().jdbc())));
  }

  @Bean
  Withdrawals withdrawals(DeskDatabase desk, AuditTrail audit) {
    return new Withdrawals(desk.database(), audit);
  }

  @Bean
  SessionRequests sessionRequests(DeskDatabase desk, AuditTrail audit) {
    return new SessionRequests(desk.database(), audit);
  }

  @Bean
  SignedSheets signedSheets(DeskDatabase desk, AuditTrail audit, Vault vault) {
    return new SignedSheets(desk.database(), audit, vault);
  }

  @Bean
  Dossiers consentDossiers(DeskDatabase desk, Reach reach, AuditTrail audit) {
    return new Dossiers(reach, new Cards(desk.database().jdbc()), audit);
  }

  @Bean
  ConsentsController consentsController(
      DeskPages pages,
      Dossiers dossiers,
      ConsentStates states,
      Consents consents,
      SessionRequests requests) {
    return new ConsentsController(pages, dossiers, states, consents, requests);
  }

  @Bean
  EvidenceController consentEvidenceController(
      DeskPages pages, Dossiers dossiers, SignedSheets sheets) {
    return new EvidenceController(pages, dossiers, sheets);
  }

  @Bean
  MeetingController meetingController(
      DeskPages pages,
      Dossiers dossiers,
      DeskDatabase desk,
      AuditTrail audit,
      Vault vault,
      ConsentTexts texts,
      Accounts accounts) {
    Meetings meetings = new Meetings(desk.database(), audit, vault);
    return new MeetingController(pages, dossiers, meetings, texts, accounts);
  }

  @Bean
  WithdrawalController withdrawalController(
      DeskPages pages,
      Dossiers dossiers,
      ConsentStates states,
      Consents consents,
      Withdrawals withdrawals,
      Accounts accounts,
      DeskDatabase desk,
      AuditTrail audit) {
    Register register = new Register(desk.database(), audit);
    return new WithdrawalController(
        pages, dossiers, states, consents, withdrawals, accounts, register);
  }

  @Bean
  QueueController consentQueueController(
      DeskPages pages,
      ConsentStates states,
      SessionRequests requests,
      AuditTrail audit,
      DatabaseClock clock) {
    return new QueueController(pages, states, requests, audit, clock);
  }

  @Bean
  CardsController cardsController(DeskPages pages, Dossiers dossiers) {
    return new CardsController(pages, dossiers);
  }

  @Bean
  FormController consentFormController(ConsentTexts texts) {
    return new FormController(texts);
  }

  @Bean
  ConsentTasks consentTasks(
      ConsentStates states,
      SessionRequests requests,
      Withdrawals withdrawals,
      SignedSheets sheets,
      DatabaseClock clock) {
    return new ConsentTasks(states, requests, withdrawals, sheets, clock);
  }
}

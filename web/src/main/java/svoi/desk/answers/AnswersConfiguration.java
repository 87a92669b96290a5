package svoi.desk.answers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.audit.AuditTrail;
import svoi.cases.Persons;
import svoi.desk.DeskDatabase;
import svoi.desk.DeskPages;
import svoi.exchange.answers.AnswerLists;
import svoi.exchange.answers.Answers;
import svoi.exchange.answers.Requests;
import svoi.platform.DatabaseClock;
import svoi.platform.Vault;

/// The area of requests and answers.
@Configuration(proxyBeanMethods = false)
public class AnswersConfiguration {
  @Bean
  Answers answers(DeskDatabase desk, AuditTrail audit, Vault vault) {
    return new Answers(desk.database(), audit, vault);
  }

  @Bean
  AnswerLists answerLists(DeskDatabase desk, AuditTrail audit, Vault vault) {
    return new AnswerLists(desk.database(), audit, vault);
  }

  @Bean
  Requests requests(DeskDatabase desk, AuditTrail audit, Vault vault, Persons persons) {
    return new Requests(desk.database(), audit, vault, persons);
  }

  @Bean
  AnswerTasks answerTasks(Answers answers, AnswerLists lists, Requests requests) {
    return new AnswerTasks(answers, lists, requests);
  }

  @Bean
  LedgerController ledgerController(DeskPages pages, Answers answers, DatabaseClock clock) {
    return new LedgerController(pages, answers, clock);
  }

  @Bean
  HistoryController answerHistoryController(DeskPages pages, Answers answers, DatabaseClock clock) {
    return new HistoryController(pages, answers, clock);
  }

  @Bean
  AnswerListsController answerListsController(
      DeskPages pages, AnswerLists lists, AuditTrail audit, DatabaseClock clock) {
    return new AnswerListsController(pages, lists, audit, clock);
  }

  @Bean
  RequestsController requestsController(DeskPages pages, Requests requests, DatabaseClock clock) {
    return new RequestsController(pages, requests, clock);
  }

  @Bean
  RequestController requestController(DeskPages pages, Requests requests, AuditTrail audit) {
    return new RequestController(pages, requests, audit);
  }
}

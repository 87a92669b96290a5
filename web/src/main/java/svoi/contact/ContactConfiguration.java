package svoi.contact;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.intake.Dropbox;
import svoi.intake.IntakeSecrets;
import svoi.platform.DatabaseClock;
import svoi.web.DoorProblems;
import svoi.web.Limits;
import svoi.web.Responses;
import svoi.web.SiteSettings;
import svoi.web.Templates;

/// The anonymous door. It takes the [Dropbox], its secrets, the clock, and what doors share, from
/// elsewhere.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContactSettings.class)
public class ContactConfiguration {
  @Bean
  ContactPages contactPages(
      Templates templates,
      Responses responses,
      ContactSettings settings,
      @Value("${svoi.demo:false}") boolean demo) {
    return new ContactPages(templates, responses, settings, demo);
  }

  @Bean
  OnionListener onionListener(ContactSettings settings) {
    return new OnionListener(settings.onionPort());
  }

  /// Errors of this door in its own words: the frame of the site would name it in a history.
  @Bean
  DoorProblems contactProblems(Templates templates, @Value("${svoi.demo:false}") boolean demo) {
    return new DoorProblems(Frame.DOOR, new ContactProblems(templates, demo));
  }

  @Bean
  Lines contactLines() {
    return new Lines();
  }

  @Bean
  Decisions contactDecisions(Lines lines) {
    return new Decisions(lines);
  }

  @Bean
  Advice contactAdvice(Lines lines, Decisions decisions) {
    return new Advice(lines, decisions.start());
  }

  @Bean
  SessionCookie contactCookie(@Value("${svoi.tls:false}") boolean tls) {
    return new SessionCookie(tls);
  }

  @Bean
  FormTokens contactTokens(IntakeSecrets secrets) {
    return new FormTokens(secrets.pepper(), InstantSource.system());
  }

  @Bean
  Conversation contactConversation(
      Dropbox dropbox, ContactPages pages, SessionCookie cookies, FormTokens tokens) {
    return new Conversation(dropbox, pages, cookies, tokens);
  }

  @Bean
  Letters contactLetters(
      Dropbox dropbox,
      Conversation conversation,
      ContactPages pages,
      FormTokens tokens,
      Limits limits,
      SiteSettings site,
      DatabaseClock clock) {
    return new Letters(dropbox, conversation, pages, tokens, new Forms(), limits, site, clock);
  }

  @Bean
  SigningIn contactSigningIn(
      Dropbox dropbox,
      Conversation conversation,
      ContactPages pages,
      SessionCookie cookies,
      Limits limits) {
    return new SigningIn(dropbox, conversation, pages, cookies, limits);
  }

  @Bean
  AdviceController adviceController(
      ContactPages pages,
      Conversation conversation,
      Advice advice,
      Decisions decisions,
      Lines lines) {
    return new AdviceController(pages, conversation, advice, decisions, lines);
  }

  @Bean
  StepsController stepsController(
      Dropbox dropbox,
      Letters letters,
      SigningIn signingIn,
      Conversation conversation,
      ContactPages pages,
      ContactSettings settings) {
    return new StepsController(dropbox, letters, signingIn, conversation, pages, settings);
  }
}

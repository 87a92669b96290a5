package svoi.desk;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import svoi.audit.AuditTrail;
import svoi.desk.answers.AnswersConfiguration;
import svoi.desk.audit.AuditConfiguration;
import svoi.desk.cases.CasesConfiguration;
import svoi.desk.consents.ConsentsConfiguration;
import svoi.desk.detention.DetentionConfiguration;
import svoi.desk.intake.IntakeConfiguration;
import svoi.desk.needs.NeedsConfiguration;
import svoi.desk.offers.OffersConfiguration;
import svoi.desk.people.PeopleConfiguration;
import svoi.desk.profiles.ProfilesConfiguration;
import svoi.desk.rounds.RoundsConfiguration;
import svoi.desk.signin.SignInConfiguration;
import svoi.register.Reach;
import svoi.staff.Accounts;
import svoi.web.Assets;
import svoi.web.Responses;
import svoi.web.SiteSettings;
import svoi.web.Templates;

/// The staff door. It takes the modules of the domain, and what doors share, from elsewhere; its
/// [DeskDatabase] too.
@Configuration(proxyBeanMethods = false)
@Import({
  AnswersConfiguration.class,
  AuditConfiguration.class,
  CasesConfiguration.class,
  ConsentsConfiguration.class,
  DetentionConfiguration.class,
  IntakeConfiguration.class,
  NeedsConfiguration.class,
  OffersConfiguration.class,
  PeopleConfiguration.class,
  ProfilesConfiguration.class,
  RoundsConfiguration.class,
  SignInConfiguration.class
})
public class DeskConfiguration {
  private static final String[] PATHS = {"/desk", "/desk/*"};

  @Bean
  Accounts accounts(DeskDatabase desk, AuditTrail audit) {
    return new Accounts(desk.database(), audit);
  }

  @Bean
  Reach reach(DeskDatabase desk) {
    return new Reach(desk.database().jdbc());
  }

  /// Not swept by itself: a job of the desk deletes what ran out.
  @Bean
  JdbcIndexedSessionRepository deskSessions(DeskDatabase desk) {
    JdbcIndexedSessionRepository sessions =
        new JdbcIndexedSessionRepository(
            new JdbcTemplate(desk.database().source()), desk.database().transactions());
    sessions.setTableName("staff.session");
    sessions.setCleanupCron("-");
    sessions.setDefaultMaxInactiveInterval(DeskSession.IDLE);
    return sessions;
  }

  @Bean
  DeskSession deskSession(JdbcIndexedSessionRepository sessions) {
    return new DeskSession(sessions);
  }

  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<?>> deskSessionFilter(
      JdbcIndexedSessionRepository sessions, @Value("${svoi.tls:false}") boolean tls) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(tls ? "__Secure-desk" : "desk");
    cookie.setCookiePath("/desk");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(tls);
    cookie.setSameSite("Strict");
    CookieHttpSessionIdResolver ids = new CookieHttpSessionIdResolver();
    ids.setCookieSerializer(cookie);
    SessionRepositoryFilter<?> filter = new SessionRepositoryFilter<>(sessions);
    filter.setHttpSessionIdResolver(ids);
    FilterRegistrationBean<SessionRepositoryFilter<?>> registration =
        new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns(PATHS);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }

  @Bean
  FilterRegistrationBean<DeskGate> deskGate(DeskSession sessions, Accounts accounts) {
    FilterRegistrationBean<DeskGate> registration =
        new FilterRegistrationBean<>(new DeskGate(sessions, accounts));
    registration.addUrlPatterns(PATHS);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 11);
    return registration;
  }

  @Bean
  DeskPages deskPages(
      Templates templates,
      Responses responses,
      Assets assets,
      SiteSettings site,
      @Value("${svoi.demo:false}") boolean demo) {
    return new DeskPages(templates, responses, assets, site, demo);
  }

  @Bean
  DeskProblems deskProblems(DeskPages pages) {
    return new DeskProblems(pages);
  }

  @Bean
  HomeController deskHomeController(DeskPages pages, List<Task.Source> sources) {
    return new HomeController(pages, sources);
  }

  @Bean
  WebMvcConfigurer deskMvc(DeskPages pages) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry
            .addInterceptor(new DeskRights(new SignInAgain(pages)))
            .addPathPatterns("/desk", "/desk/**");
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new OfficerArgument());
      }
    };
  }
}

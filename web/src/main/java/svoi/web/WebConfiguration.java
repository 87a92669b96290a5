package svoi.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import svoi.platform.PublicationFeed;
import svoi.web.Limits.Budget;
import svoi.web.Limits.Rate;

/// What all doors share of the web: ready pages, headers, errors, limits.
///
/// It takes the clock, the [ProblemTexts] and the publication feed from elsewhere; the feed comes
/// with the read models that are subscribed to it already.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
public class WebConfiguration {
  @Bean
  Headers headers(@Value("${svoi.tls:false}") boolean tls) {
    return new Headers(tls);
  }

  @Bean
  ReadyPages readyPages(
      Clock clock, PublicationFeed feed, @Value("${svoi.cache.size:32MB}") DataSize size) {
    ReadyPages pages = new ReadyPages(clock, feed::confirmed, size.toBytes());
    feed.subscribe(pages);
    return pages;
  }

  @Bean
  Responses responses(ReadyPages pages) {
    return new Responses(pages);
  }

  @Bean
  Limits limits(LimitSettings settings) {
    return new Limits(
        Map.of(
            Budget.SEARCH,
            new Rate(settings.searches(), settings.searchBurst()),
            Budget.SUGGESTIONS,
            new Rate(settings.suggestions(), settings.suggestionBurst()),
            Budget.NAMED_PAGES,
            new Rate(settings.namedPages(), settings.namedPageBurst()),
            Budget.SIGN_INS,
            new Rate(settings.signIns(), settings.signInBurst()),
            Budget.MESSAGES,
            new Rate(settings.messages(), settings.messageBurst())));
  }

  @Bean
  ErrorPages errorPages(ProblemTexts texts, Headers headers, ObjectProvider<DoorProblems> doors) {
    return new ErrorPages(texts, headers, doors.stream().toList());
  }

  @Bean
  ErrorAdvice errorAdvice(ErrorPages pages) {
    return new ErrorAdvice(pages);
  }

  @Bean
  ErrorDispatch errorDispatch(ErrorPages pages) {
    return new ErrorDispatch(pages);
  }

  @Bean
  FastPages fastPages(ReadyPages pages, Headers headers) {
    return new FastPages(pages, headers);
  }

  @Bean
  JettySettings jettySettings(FastPages fast, Headers headers, LimitSettings limits) {
    return new JettySettings(fast, headers, limits.idle());
  }

  @Bean
  QuietLogs quietLogs(LoggingSystem logs) {
    return new QuietLogs(logs);
  }

  @Bean
  FilterRegistrationBean<Filter> headersFilter(Headers headers) {
    return first(
        new HeadersFilter(headers), 0, EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
  }

  @Bean
  FilterRegistrationBean<Filter> gate(ErrorPages errors, LimitSettings settings) {
    return first(
        new Gate(errors, settings.renders(), WebConfiguration::isFile),
        1,
        EnumSet.of(DispatcherType.REQUEST));
  }

  private static FilterRegistrationBean<Filter> first(
      Filter filter, int place, EnumSet<DispatcherType> types) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
    registration.setDispatcherTypes(types);
    registration.setAsyncSupported(true);
    return registration;
  }

  private static boolean isFile(String rawPath) {
    return rawPath.startsWith("/media/") || rawPath.startsWith("/static/");
  }
}

package svoi.bench;

import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import svoi.search.NameSearch;
import svoi.site.SearchApiController;
import svoi.web.Limits;
import svoi.web.PageConfiguration;
import svoi.web.ReadyPages;
import svoi.web.Responses;
import svoi.web.WebConfiguration;

/// The site's own search API over a benchmark's persons: the server, the filters and the controller
/// of the site, without its database and without limits.
final class SearchServer {
  private static final String[] SETTINGS = {
    "server.address=127.0.0.1",
    "spring.main.banner-mode=off",
    "spring.main.allow-bean-definition-overriding=true",
    "spring.threads.virtual.enabled=true",
    "spring.mvc.formcontent.filter.enabled=false",
    "spring.web.resources.add-mappings=false",
    "svoi.limits.searches=0",
    "svoi.limits.suggestions=0",
    "logging.level.root=warn"
  };

  private SearchServer() {}

  /// Serves until the process is stopped.
  static void start(NameSearch<String> names, int port) {
    new SpringApplicationBuilder(Wiring.class)
        .initializers(context -> context.getBeanFactory().registerSingleton("names", names))
        .properties(SETTINGS)
        .properties("server.port=" + port)
        .run();
    System.out.printf("http://127.0.0.1:%d/api/v1/search?q=…&limit=10; Ctrl-C stops it.%n", port);
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    JettyServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class
  })
  @Import({WebConfiguration.class, PageConfiguration.class})
  static class Wiring {
    @Bean
    ReadyPages readyPages() {
      return new ReadyPages(Clock.systemUTC(), () -> true, 1_000_000);
    }

    @Bean
    SearchApiController searchApi(NameSearch<String> names, Responses responses, Limits limits) {
      return new SearchApiController(names, Optional::of, () -> true, responses, limits);
    }
  }
}

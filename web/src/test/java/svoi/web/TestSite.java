package svoi.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import svoi.platform.Language;

/// A small site on the real server with everything of this package, but without a database.
final class TestSite implements AutoCloseable {
  static final UUID PERSON = new UUID(1, 1);
  static final String PROFILE = "/uk/profiles/7b0e1c52-38d4-4a1e-9f05-2c6d8e4b7a90";
  static final String SECRET = "Вигаданець 1970-01-01";

  private final ServletWebServerApplicationContext context;
  final ReadyPages pages;
  final RawHttp http;

  TestSite(String... settings) {
    context =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Wiring.class)
                .properties(
                    "server.port=0",
                    "server.address=127.0.0.1",
                    "spring.main.banner-mode=off",
                    "spring.main.allow-bean-definition-overriding=true",
                    "spring.threads.virtual.enabled=true",
                    "spring.mvc.formcontent.filter.enabled=false",
                    "spring.web.resources.add-mappings=false",
                    "logging.level.root=error")
                .properties(settings)
                .run();
    pages = context.getBean(ReadyPages.class);
    http = new RawHttp(Objects.requireNonNull(context.getWebServer()).getPort());
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// Whether a new visitor is let in; the system may still take their call when Jetty no longer
  /// does.
  boolean accepts() {
    try {
      return !new RawHttp(http.port(), 500).send(RawHttp.request("GET", "/uk/about")).isEmpty();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    context.close();
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
  @Import(WebConfiguration.class)
  static class Wiring {
    @Bean
    ReadyPages readyPages() {
      return new ReadyPages(Clock.systemUTC(), () -> true, 10_000_000);
    }

    @Bean
    ProblemTexts problemTexts() {
      return new Words();
    }

    @Bean
    Pages pages(Responses responses, ReadyPages pages, Limits limits) {
      return new Pages(responses, pages, limits);
    }
  }

  private static final class Words implements ProblemTexts {
    @Override
    public byte[] page(Language language, int status, Optional<String> incident) {
      String text = "<title>%s %d %s</title>".formatted(language, status, incident.orElse("-"));
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String title(Language language, int status) {
      return language + " \"" + status + '"';
    }
  }

  /// Pages that end in every way a page can end.
  @Controller
  @SuppressWarnings("DoNotCallSuggester")
  static final class Pages {
    final CountDownLatch inside = new CountDownLatch(1);
    final CountDownLatch leave = new CountDownLatch(1);
    private final Responses responses;
    private final ReadyPages pages;
    private final Limits limits;

    Pages(Responses responses, ReadyPages pages, Limits limits) {
      this.responses = responses;
      this.pages = pages;
      this.limits = limits;
    }

    @GetMapping("/uk/about")
    ResponseEntity<byte[]> about(HttpServletRequest request) {
      return page(request, new Freshness.General(Duration.ofMinutes(5)), true);
    }

    @GetMapping("/uk/profiles/{id}")
    ResponseEntity<byte[]> profile(HttpServletRequest request, @PathVariable String id) {
      if (!PROFILE.endsWith(id)) {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      }
      Instant until = Instant.now().plusSeconds(600);
      return page(request, new Freshness.Person(PERSON, until), false);
    }

    @GetMapping("/uk/gone")
    void gone() {
      throw new ResponseStatusException(HttpStatus.GONE, SECRET);
    }

    @GetMapping("/uk/search")
    ResponseEntity<byte[]> search(HttpServletRequest request, @RequestParam String q) {
      limits.spend(Limits.Budget.SEARCH, request);
      return page(request, new Freshness.Never(), false);
    }

    @GetMapping("/uk/list/{number}")
    ResponseEntity<byte[]> list(
        HttpServletRequest request,
        @PathVariable int number,
        @RequestParam(defaultValue = "1") int page) {
      return page(request, new Freshness.Listing(Instant.now().plusSeconds(600)), false);
    }

    @GetMapping({"/uk/fails", "/api/v1/fails", "/ru/fails"})
    void fails() {
      throw new IllegalStateException(SECRET);
    }

    @GetMapping("/uk/database")
    void database() {
      throw new DataIntegrityViolationException(SECRET, new java.sql.SQLException(SECRET));
    }

    @GetMapping("/uk/refused")
    void refused(HttpServletResponse response) throws IOException {
      response.sendError(403, SECRET);
    }

    @GetMapping("/api/v1/regions")
    ResponseEntity<byte[]> regions(HttpServletRequest request) {
      byte[] body = "{\"regions\":[]}".getBytes(StandardCharsets.UTF_8);
      return responses.json(
          request, body, new Freshness.Listing(Instant.now().plusSeconds(9)), pages.generation());
    }

    @PostMapping(path = "/uk/form", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> form(HttpServletRequest request, @RequestParam String text) {
      return page(request, new Freshness.Never(), false);
    }

    @PostMapping(path = "/api/v1/words", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> words(HttpServletRequest request, @RequestBody String text) {
      return page(request, new Freshness.Never(), false);
    }

    @GetMapping("/media/film")
    ResponseEntity<Resource> film() {
      return ResponseEntity.ok()
          .contentType(MediaType.parseMediaType("video/mp4"))
          .body(new ByteArrayResource(new byte[10_000]));
    }

    /// A fault after the answer has begun; the query must reach no log.
    @GetMapping("/uk/breaks")
    void breaks(HttpServletResponse response) throws IOException {
      response.getOutputStream().write(new byte[100_000]);
      response.flushBuffer();
      throw new IllegalStateException(SECRET);
    }

    @GetMapping("/uk/slow")
    ResponseEntity<byte[]> slow(HttpServletRequest request) throws InterruptedException {
      inside.countDown();
      leave.await();
      return page(request, new Freshness.Never(), false);
    }

    private ResponseEntity<byte[]> page(
        HttpServletRequest request, Freshness freshness, boolean index) {
      byte[] html = "<p>Зразок сторінки</p>".repeat(50).getBytes(StandardCharsets.UTF_8);
      return responses.html(request, 200, html, freshness, index, pages.generation());
    }
  }
}

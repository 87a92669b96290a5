package svoi.site;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import svoi.exchange.Statistics;
import svoi.media.MediaStore;
import svoi.platform.DatabaseClock;
import svoi.platform.PublicationFeed;
import svoi.reference.Reference;
import svoi.reference.Region;
import svoi.register.PublicRegister;
import svoi.search.Published;
import svoi.web.Layouts;
import svoi.web.Limits;
import svoi.web.PageConfiguration;
import svoi.web.Prose;
import svoi.web.ReadyPages;
import svoi.web.Responses;
import svoi.web.SiteSettings;
import svoi.web.Templates;

/// The public door. It takes the modules of the domain, and what doors share, from elsewhere.
@Configuration(proxyBeanMethods = false)
@Import({PageConfiguration.class, PreviewConfiguration.class})
public class SiteConfiguration {
  @Bean
  Pages sitePages(Templates templates, Responses responses, ReadyPages ready) {
    return new Pages(templates, responses, ready);
  }

  @Bean
  Days siteDays(DatabaseClock clock) {
    return new Days(clock);
  }

  @Bean
  Presentation sitePresentation(Reference reference, Days days) {
    return new Presentation(
        new Cards(reference, days), new RegionMap(reference), new Figures(reference), days);
  }

  @Bean
  RootController rootController() {
    return new RootController();
  }

  @Bean
  HomeController homeController(
      Pages pages,
      Layouts layouts,
      PublicRegister register,
      Published published,
      Presentation show) {
    return new HomeController(pages, layouts, register, published, show);
  }

  @Bean
  RegisterController registerController(
      Pages pages,
      Layouts layouts,
      Reference reference,
      PublicRegister register,
      Published published,
      Presentation show) {
    return new RegisterController(pages, layouts, reference, register, published, show);
  }

  @Bean
  RegionsController regionsController(
      Pages pages, Layouts layouts, Published published, Presentation show) {
    return new RegionsController(pages, layouts, published, show);
  }

  @Bean
  SearchController searchController(
      Pages pages,
      Layouts layouts,
      Reference reference,
      PublicRegister register,
      Published published,
      Presentation show,
      Limits limits) {
    return new SearchController(pages, layouts, reference, register, published, show, limits);
  }

  @Bean
  SearchApiController searchApiController(
      Published published,
      Reference reference,
      PublicationFeed feed,
      Responses responses,
      Limits limits) {
    return new SearchApiController(
        published, code -> iso(code, reference), feed::confirmed, responses, limits);
  }

  private static Optional<String> iso(String code, Reference reference) {
    return reference.regions().stream()
        .filter(region -> region.iso().equals(code) || region.slug().equals(code))
        .map(Region::iso)
        .findFirst();
  }

  @Bean
  ProfileController profileController(
      Pages pages, PublicRegister register, ProfileViews views, Days days) {
    return new ProfileController(pages, register, views, days);
  }

  @Bean
  ResultPages resultPages(
      Layouts layouts, Reference reference, Statistics statistics, Presentation show) {
    return new ResultPages(layouts, reference, statistics, show.days());
  }

  @Bean
  ExchangesController exchangesController(
      Pages pages, Layouts layouts, Reference reference, Presentation show, ResultPages results) {
    Exchanges exchanges = new Exchanges(layouts, reference, show.figures(), results);
    return new ExchangesController(pages, exchanges, results, show.days());
  }

  @Bean
  OpenDataController openDataController(
      Responses responses,
      ReadyPages ready,
      Templates templates,
      Reference reference,
      ResultPages results,
      Days days,
      SiteSettings site) {
    StatisticsTables tables = new StatisticsTables(reference);
    return new OpenDataController(responses, ready, templates, results, tables, days, site);
  }

  @Bean
  ProseController proseController(Pages pages, Layouts layouts, Prose prose) {
    return new ProseController(pages, layouts, prose);
  }

  @Bean
  MediaController mediaController(PublicRegister register, MediaStore store) {
    return new MediaController(register, store);
  }

  @Bean
  ApiController apiController(
      Responses responses,
      ReadyPages ready,
      Reference reference,
      PublicRegister register,
      Published published,
      Days days,
      Limits limits,
      SiteSettings site) {
    return new ApiController(responses, ready, reference, register, published, days, limits, site);
  }

  @Bean
  SitemapController sitemapController(SiteSettings settings) {
    return new SitemapController(settings);
  }

  @Bean
  @ConditionalOnProperty(name = "svoi.demo", havingValue = "true")
  DemoController demoController(
      Pages pages,
      Layouts layouts,
      ObjectProvider<DemoTour> tour,
      @Value("${svoi.doors:site}") List<String> doors) {
    return new DemoController(
        pages, layouts, tour.getIfAvailable(() -> List::of), doors.contains("desk"));
  }
}

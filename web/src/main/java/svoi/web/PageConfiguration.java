package svoi.web;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What all doors share of pages: templates, assets, frames, prose, words of errors.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteSettings.class)
public class PageConfiguration {
  @Bean
  Templates templates() {
    return new Templates();
  }

  @Bean
  Assets assets() {
    return new Assets();
  }

  @Bean
  Prose prose() {
    return new Prose();
  }

  @Bean
  Layouts layouts(
      Assets assets,
      SiteSettings settings,
      @Value("${svoi.demo:false}") boolean demo,
      @Value("${svoi.doors:site}") List<String> doors) {
    return new Layouts(assets, settings, demo, doors.contains("contact"));
  }

  @Bean
  ProblemTexts problemTexts(Templates templates, Layouts layouts) {
    return new PageProblems(templates, layouts);
  }

  @Bean
  AssetController assetController(Assets assets, SiteSettings settings) {
    return new AssetController(assets, settings);
  }
}

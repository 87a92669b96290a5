package svoi.site;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.media.MediaStore;
import svoi.platform.DatabaseClock;
import svoi.reference.Reference;
import svoi.web.Layouts;
import svoi.web.Messages;
import svoi.web.ProfilePreview;
import svoi.web.Templates;

/// How a profile looks: for the public door, and for whoever previews it before it is public.
@Configuration(proxyBeanMethods = false)
public class PreviewConfiguration {
  @Bean
  ProfileViews profileViews(
      Layouts layouts, Reference reference, DatabaseClock clock, MediaStore store) {
    return new ProfileViews(layouts, reference, new Days(clock), new Videos(store));
  }

  @Bean
  ProfilePreview profilePreview(Templates templates, ProfileViews views) {
    return (profile, language) -> {
      Messages t = Messages.in(language);
      return templates.render("site/profile", views.view(profile, t), t);
    };
  }
}

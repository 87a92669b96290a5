package svoi.desk.profiles;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.audit.AuditTrail;
import svoi.desk.DeskDatabase;
import svoi.desk.DeskPages;
import svoi.exchange.LostSlots;
import svoi.media.MediaStore;
import svoi.media.Studio;
import svoi.platform.Vault;
import svoi.reference.Reference;
import svoi.register.Drafts;
import svoi.register.Publication;
import svoi.register.Reach;
import svoi.register.Reviews;
import svoi.web.Assets;
import svoi.web.ProfilePreview;
import svoi.web.Responses;

/// The area of profiles.
@Configuration(proxyBeanMethods = false)
public class ProfilesConfiguration {
  @Bean
  Drafts drafts(DeskDatabase desk, AuditTrail audit) {
    return new Drafts(desk.database(), audit);
  }

  @Bean
  Reviews reviews(DeskDatabase desk, AuditTrail audit) {
    return new Reviews(desk.database(), audit);
  }

  @Bean
  Publication publication(DeskDatabase desk, AuditTrail audit) {
    return new Publication(desk.database(), audit, List.of(new LostSlots(desk.database().jdbc())));
  }

  @Bean
  Studio studio(DeskDatabase desk, MediaStore store, Vault vault, AuditTrail audit) {
    return new Studio(desk.database(), store, vault, audit);
  }

  @Bean
  WhyPanel whyPanel(Publication publication) {
    return new WhyPanel(publication);
  }

  @Bean
  Subjects subjects(Reach reach, Publication publication, AuditTrail audit) {
    return new Subjects(reach, publication, audit);
  }

  @Bean
  ProfileTasks profileTasks(Drafts drafts, Reviews reviews, Subjects subjects) {
    return new ProfileTasks(drafts, reviews, subjects);
  }

  @Bean
  EditorController profileEditorController(
      DeskPages pages, Subjects subjects, Drafts drafts, Reviews reviews, WhyPanel why) {
    return new EditorController(pages, subjects, drafts, reviews, why);
  }

  @Bean
  PreviewController profilePreviewController(
      Responses responses,
      Assets assets,
      Subjects subjects,
      Publication publication,
      ProfilePreview preview) {
    return new PreviewController(responses, assets, subjects, publication, preview);
  }

  @Bean
  ReviewController profileReviewController(
      DeskPages pages, Subjects subjects, Reviews reviews, ReviewViews views, Drafts drafts) {
    return new ReviewController(pages, subjects, reviews, views, drafts);
  }

  @Bean
  ReviewViews profileReviewViews(
      Drafts drafts, Reviews reviews, Studio studio, Reference reference, WhyPanel why) {
    return new ReviewViews(drafts, reviews, studio, reference, why);
  }

  @Bean
  WhyController profileWhyController(
      DeskPages pages, Subjects subjects, WhyPanel why, Reviews reviews) {
    return new WhyController(pages, subjects, why, reviews);
  }

  @Bean
  MediaController profileMediaController(
      DeskPages pages, Subjects subjects, Studio studio, Drafts drafts, MediaStore store) {
    return new MediaController(pages, subjects, studio, drafts, store);
  }

  @Bean
  HoldsController profileHoldsController(
      DeskPages pages, Subjects subjects, Publication publication) {
    return new HoldsController(pages, subjects, publication);
  }
}

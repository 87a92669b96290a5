package svoi.contact;

import java.util.Optional;
import svoi.platform.Language;
import svoi.web.Messages;
import svoi.web.ProblemTexts;
import svoi.web.Templates;

/// Errors of this door, in its own frame and words.
final class ContactProblems implements ProblemTexts {
  private final Templates templates;
  private final boolean demo;

  ContactProblems(Templates templates, boolean demo) {
    this.templates = templates;
    this.demo = demo;
  }

  @Override
  public byte[] page(Language language, int status, Optional<String> incident) {
    Frame frame = new Frame(language, "", false, false, demo);
    ProblemView view = new ProblemView(frame, words(status), incident);
    return templates.render("contact/problem", view, Messages.ofContact(language));
  }

  @Override
  public String title(Language language, int status) {
    return Messages.ofContact(language).get("contact.page.title");
  }

  private static String words(int status) {
    return switch (status) {
      case 404, 413, 429, 500, 503 -> "contact.page." + status;
      default -> "contact.page.400";
    };
  }
}

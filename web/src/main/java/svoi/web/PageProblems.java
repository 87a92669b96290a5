package svoi.web;

import java.util.Optional;
import svoi.platform.Language;

/// Error pages in the frame of the site.
final class PageProblems implements ProblemTexts {
  private final Templates templates;
  private final Layouts layouts;

  PageProblems(Templates templates, Layouts layouts) {
    this.templates = templates;
    this.layouts = layouts;
  }

  @Override
  public byte[] page(Language language, int status, Optional<String> incident) {
    Messages t = Messages.in(language);
    Layout layout = layouts.problem(language, title(language, status));
    return templates.render("site/problem", ProblemView.of(layout, status, incident), t);
  }

  @Override
  public String title(Language language, int status) {
    return Messages.in(language).get("problem." + status + ".title");
  }
}

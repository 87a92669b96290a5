package svoi.web;

import svoi.platform.Language;

/// Makes the frames of pages with what is the same on all of them.
public final class Layouts {
  private final Assets assets;
  private final SiteSettings site;
  private final boolean demo;
  private final boolean contact;

  /// @param demo whether everything here is invented
  /// @param contact whether the door for confidential messages is open
  public Layouts(Assets assets, SiteSettings site, boolean demo, boolean contact) {
    this.assets = assets;
    this.site = site;
    this.demo = demo;
    this.contact = contact;
  }

  /// The frame of a page that exists in all languages; not indexed until it says so.
  ///
  /// @param path without the language, from its slash on
  public Layout page(Language language, String path, String title, String description) {
    return layout(language, path, title, description, true);
  }

  /// The frame of an error: it repeats nothing of the request, not even its path, so that one body
  /// answers for all that is not there.
  Layout problem(Language language, String title) {
    return layout(language, "/", title, title, false);
  }

  private Layout layout(
      Language language, String path, String title, String description, boolean alternates) {
    return new Layout(
        language,
        title,
        description,
        path,
        "",
        Place.ELSEWHERE,
        false,
        alternates,
        demo,
        contact,
        site,
        assets.stylesheet(language),
        assets.url("icon.svg"),
        assets.url("suggest.js"),
        assets.preloads(language));
  }
}

package svoi.desk;

import java.util.List;
import java.util.Optional;
import svoi.platform.Language;
import svoi.web.SiteSettings;

/// All that the frame of a page of the desk needs.
///
/// @param officer nobody on the pages before signing in
/// @param path of the page, from its slash on
public record Frame(
    Language language,
    String title,
    String path,
    Optional<Officer> officer,
    List<Entry> menu,
    boolean demo,
    SiteSettings site,
    String stylesheet,
    String deskStylesheet,
    String script,
    String icon) {
  public Frame {
    menu = List.copyOf(menu);
  }

  /// Message that says what the last action did; there may be none of that key.
  public String doneKey() {
    String code = officer.flatMap(Officer::done).orElse("none.none");
    int dot = code.indexOf('.');
    return String.join(".", "desk", code.substring(0, dot), "done", code.substring(dot + 1));
  }

  /// One line of the menu.
  ///
  /// @param key of its words
  /// @param accessKey one letter, shown in the menu
  public record Entry(String key, String href, boolean current, String accessKey) {}
}

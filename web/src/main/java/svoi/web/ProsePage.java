package svoi.web;

import java.time.LocalDate;
import java.util.List;

/// A page of prose in one language, ready to be shown.
///
/// @param version number that all languages of a page share
/// @param html body made from our own Markdown; raw HTML in it was escaped
/// @param headings those of the first level, for the contents at the top
public record ProsePage(
    String name,
    String title,
    String description,
    int version,
    LocalDate updated,
    String html,
    List<Heading> headings) {
  public ProsePage {
    headings = List.copyOf(headings);
  }

  /// A heading and its anchor, which is the same in all languages.
  public record Heading(String id, String text) {}
}

package svoi.web;

import java.util.List;
import svoi.platform.Language;

/// All that the frame of a page needs.
///
/// @param title of the page itself, without the site's name
/// @param path of the page without the language, from its slash on: `/register`
/// @param query of the page with its question mark, of our own making; empty when there is none
/// @param index whether search engines may show the page: then it has a canonical address
/// @param alternates whether the page exists in the other languages under the same path
/// @param suggestions address of the script that the search box can use
/// @param contact whether the door for confidential messages is open here
public record Layout(
    Language language,
    String title,
    String description,
    String path,
    String query,
    Place place,
    boolean index,
    boolean alternates,
    boolean demo,
    boolean contact,
    SiteSettings site,
    String stylesheet,
    String icon,
    String suggestions,
    List<String> preloads) {
  public Layout {
    preloads = List.copyOf(preloads);
  }

  /// The address of a page of the site in this page's language.
  ///
  /// @param target path without the language, from its slash on
  public String to(String target) {
    return "/" + language.code() + target;
  }

  /// The address of this page in another language.
  public String in(Language other) {
    return "/" + other.code() + path + query;
  }

  /// The full address of this page in a language, as search engines and paper need it.
  public String full(Language other) {
    return site.publicUrl() + "/" + other.code() + path;
  }

  /// The full address without a language: the reader's browser chooses.
  public String negotiated() {
    return site.publicUrl() + path;
  }

  /// This page at its place in the navigation.
  public Layout at(Place where) {
    return new Layout(
        language,
        title,
        description,
        path,
        query,
        where,
        index,
        alternates,
        demo,
        contact,
        site,
        stylesheet,
        icon,
        suggestions,
        preloads);
  }

  /// This page with the query that the other languages are to keep.
  public Layout asking(String asked) {
    return new Layout(
        language,
        title,
        description,
        path,
        asked,
        place,
        index,
        alternates,
        demo,
        contact,
        site,
        stylesheet,
        icon,
        suggestions,
        preloads);
  }

  /// This page, shown by search engines.
  public Layout indexed(boolean shown) {
    return new Layout(
        language,
        title,
        description,
        path,
        query,
        place,
        shown,
        alternates,
        demo,
        contact,
        site,
        stylesheet,
        icon,
        suggestions,
        preloads);
  }
}

package svoi.contact;

import svoi.platform.Language;

/// What surrounds every page of this door.
///
/// @param page of the address behind the language, with its slash; empty for the steps that share
///     one address
/// @param switchable whether the other languages have this page, and nothing typed would be lost
/// @param signedIn whether a conversation is open
/// @param demo whether nobody waits for messages here
public record Frame(
    Language language, String page, boolean switchable, boolean signedIn, boolean demo) {
  static final String DOOR = "/contact";

  /// Where forms are sent and answered.
  public String address() {
    return DOOR + "/" + language.code();
  }

  /// This page in another language.
  public String in(Language other) {
    return DOOR + "/" + other.code() + page;
  }

  /// Another page of this door.
  public String to(String other) {
    return address() + "/" + other;
  }

  /// Leaves at once.
  public String exit() {
    return DOOR + "/exit";
  }
}

package svoi.web;

/// One file that pages refer to: its address changes with its content.
///
/// @param hash the beginning of the SHA-256 of the content
record Asset(String name, String hash, ReadyPage page) {
  String url() {
    return "/assets/" + hash + "/" + name;
  }
}

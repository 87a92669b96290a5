package svoi.site;

/// A few words on a ground of their own.
///
/// @param kind `yes` for consent, `film` for a video, `left` for one who departed, `plain`
public record Tag(String kind, String text) {}

package svoi.register;

import org.jspecify.annotations.Nullable;

/// One file of a picture or a video that may be served.
///
/// @param name file name in the address, for example `photo.avif` or `captions-uk.vtt`
/// @param language of captions or a transcript, otherwise null
public record Rendition(
    String name,
    String type,
    @Nullable String language,
    String sha256,
    long bytes,
    @Nullable Integer width,
    @Nullable Integer height) {}

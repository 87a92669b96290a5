package svoi.register;

import java.time.Instant;

/// A file that may be served now.
///
/// @param visibleUntil first moment at which it may no longer be, without any event
public record PublicFile(String mediaType, String sha256, long bytes, Instant visibleUntil) {}

package svoi.exchange.offers;

import java.io.InputStream;

/// A paper from the vault.
///
/// @param content to be closed by its reader
/// @param ending of a file name, for example `pdf`
public record Paper(InputStream content, String mediaType, String ending) {}

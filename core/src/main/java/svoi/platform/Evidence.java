package svoi.platform;

/// A file that was put into the [Vault].
///
/// @param sha256 hash of the file as it was handed in, by which it is opened again
/// @param bytes length of the file as it was handed in
public record Evidence(byte[] sha256, long bytes) {}

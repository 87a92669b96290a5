package svoi.media;

/// A file in the store.
public record StoredFile(byte[] sha256, long bytes) {
  public StoredFile {
    sha256 = sha256.clone();
  }
}

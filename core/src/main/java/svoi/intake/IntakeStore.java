package svoi.intake;

import java.nio.file.Path;

/// The two folders beside the database: sealed files, and the keys that keep cases readable.
public final class IntakeStore {
  private final Blobs blobs;
  private final ErasureKeys erasure;

  /// @param blobs may be backed up
  /// @param erasure replicated, never backed up; for this user only
  public IntakeStore(Path blobs, Path erasure) {
    this.blobs = new Blobs(blobs);
    this.erasure = new ErasureKeys(erasure);
  }

  Blobs blobs() {
    return blobs;
  }

  ErasureKeys erasure() {
    return erasure;
  }
}

package svoi.intake;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import svoi.platform.Disk;

/// Bytes of files that were sent, each encrypted under a key of its own as it streams: no byte is
/// on a disk in plain, and no more than two segments are in memory.
///
/// AES256_GCM_HKDF_1MB; the length is that of the next power of two, so that it says little about
/// the file. A name is random, a time is a constant. A file that is not published yet ends in
/// `.part`.
final class Blobs {
  static final int KEY_BYTES = 32;
  private static final int SEGMENT = 1024 * 1024;
  private static final int PART = 64 * 1024;
  private static final long LEAST = 4096;
  private static final String UNPUBLISHED = ".part";

  /// Left free of files, so that words and erasure keys still find room when somebody fills the
  /// disk with files: 256 MiB, or a twentieth of a small disk.
  private static final long RESERVE = 256L << 20;

  private static final int SMALL_PART = 20;

  private final Path folder;
  private final Room room;

  Blobs(Path folder) {
    this(folder, Blobs::room);
  }

  Blobs(Path folder, Room room) {
    this.folder = folder;
    this.room = room;
  }

  /// How many bytes a disk has for files.
  @FunctionalInterface
  interface Room {
    long on(FileStore disk) throws IOException;
  }

  private static long room(FileStore disk) throws IOException {
    return disk.getUsableSpace() - Math.min(RESERVE, disk.getTotalSpace() / SMALL_PART);
  }

  /// Writes `content` and puts it on the disk, unpublished.
  ///
  /// @return how many bytes it had
  /// @throws IntakeRefused if it is larger than `limit` or breaks off: nothing is left then
  /// @throws IntakeUnavailable if the disk does not take it: nothing is left either
  long write(UUID id, byte[] key, InputStream content, long limit) {
    Path file = part(id);
    try {
      return encrypt(file, id, key, content, limit);
    } catch (IOException e) {
      throw failed(file, new IntakeUnavailable(IntakeUnavailable.Reason.DISK, e));
    } catch (RuntimeException e) {
      throw failed(file, e);
    }
  }

  /// Deletes what was begun; what can't be deleted is swept later.
  private static RuntimeException failed(Path file, RuntimeException failure) {
    try {
      discard(file);
    } catch (UncheckedIOException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /// Gives a written file its name for good.
  void publish(UUID id) {
    try {
      Files.setLastModifiedTime(part(id), FileTime.fromMillis(0));
      Files.move(part(id), file(id), StandardCopyOption.ATOMIC_MOVE);
      Disk.sync(folder);
    } catch (IOException e) {
      throw new IntakeUnavailable(IntakeUnavailable.Reason.DISK, e);
    }
  }

  /// Opens a file that was read once to its end before this returns, so the first byte can go out.
  ///
  /// @throws Damaged if it is not wholly what was written; its stream fails if that changes
  InputStream open(UUID id, byte[] key, long size) {
    try {
      try (InputStream whole = decrypting(id, key)) {
        whole.transferTo(OutputStream.nullOutputStream());
      }
      return new Limited(decrypting(id, key), size);
    } catch (NoSuchFileException e) {
      throw new Damaged("file that is missing", e);
    } catch (IOException e) {
      throw new Damaged("file", e);
    }
  }

  /// A published file as it is stored, for a machine without a network.
  InputStream sealed(UUID id) throws IOException {
    return Files.newInputStream(file(id));
  }

  /// Deletes a file in either state.
  void delete(UUID id) {
    try {
      Files.deleteIfExists(part(id));
      Disk.delete(file(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean exists(UUID id) {
    return Files.exists(file(id));
  }

  /// Published files.
  List<UUID> all() {
    List<UUID> found = new ArrayList<>();
    for (Path file : list()) {
      String name = file.getFileName().toString();
      if (!name.endsWith(UNPUBLISHED)) {
        Bytes.named(name).ifPresent(found::add);
      }
    }
    return found;
  }

  /// Deletes what a dead process left unpublished before `moment`.
  int sweep(Instant moment) {
    int swept = 0;
    for (Path file : list()) {
      boolean left = file.getFileName().toString().endsWith(UNPUBLISHED);
      if (left && isOlder(file, moment)) {
        discard(file);
        swept++;
      }
    }
    return swept;
  }

  private long encrypt(Path file, UUID id, byte[] key, InputStream content, long limit)
      throws IOException {
    Disk.makeFolder(folder);
    long size = 0;
    try (FileChannel channel = Disk.fresh(file);
        OutputStream sealed = aead(key).newEncryptingStream(Disk.durable(channel), Bytes.of(id))) {
      OutputStream kept = new Spared(sealed, Files.getFileStore(folder));
      byte[] part = new byte[PART];
      for (int n = read(content, part); n >= 0; n = read(content, part)) {
        size += n;
        if (size > limit) {
          throw new IntakeRefused(IntakeRefused.Reason.FILE_TOO_LARGE);
        }
        kept.write(part, 0, n);
      }
      fill(kept, Math.max(LEAST, Padding.bucket(size)) - size);
      return size;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int read(InputStream content, byte[] part) {
    try {
      return content.read(part);
    } catch (IOException e) {
      throw new IntakeRefused(IntakeRefused.Reason.UPLOAD_BROKEN);
    }
  }

  private static void fill(OutputStream sealed, long missing) throws IOException {
    byte[] zeros = new byte[PART];
    for (long left = missing; left > 0; left -= PART) {
      sealed.write(zeros, 0, (int) Math.min(PART, left));
    }
  }

  private InputStream decrypting(UUID id, byte[] key) throws IOException {
    InputStream sealed = Files.newInputStream(file(id));
    try {
      return aead(key).newDecryptingStream(sealed, Bytes.of(id));
    } catch (GeneralSecurityException e) {
      sealed.close();
      throw new IllegalStateException(e);
    }
  }

  static StreamingAead aead(byte[] key) {
    try {
      return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Path> list() {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOlder(Path file, Instant moment) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(UUID id) {
    return folder.resolve(id.toString());
  }

  private Path part(UUID id) {
    return folder.resolve(id + UNPUBLISHED);
  }

  /// Looks at the room that is left before each segment.
  private final class Spared extends FilterOutputStream {
    private final FileStore disk;
    private long unseen = SEGMENT;

    Spared(OutputStream out, FileStore disk) {
      super(out);
      this.disk = disk;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      unseen += length;
      if (unseen >= SEGMENT && room.on(disk) < SEGMENT) {
        throw new IOException("no room left for files");
      }
      unseen %= SEGMENT;
      out.write(bytes, offset, length);
    }
  }

  /// The file without its padding.
  private static final class Limited extends InputStream {
    private final InputStream in;
    private long left;

    Limited(InputStream in, long size) {
      this.in = in;
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left <= 0) {
        return length == 0 ? 0 : -1;
      }
      int n = in.read(bytes, offset, (int) Math.min(length, left));
      if (n < 0) {
        throw new IOException("the file is shorter than its header says");
      }
      left -= n;
      return n;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}

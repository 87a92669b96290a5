package svoi.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import svoi.platform.Disk;

/// One file of 32 bytes for each case, in a folder of its own that is replicated but never backed
/// up: deleting the file makes every old copy of the case unreadable, also for staff.
///
/// Files and folder are on the disk before a call returns; the files' times are a constant. Every
/// call throws [IntakeUnavailable] if the folder can't be read or written.
final class ErasureKeys {
  static final int BYTES = 32;
  private static final String MARK = "store";
  private static final UUID NOBODY = new UUID(0, 0);

  private final Path folder;

  ErasureKeys(Path folder) {
    this.folder = folder;
  }

  /// The mark by which the database knows its folder; made at the first use.
  byte[] mark() {
    try {
      Disk.makeFolder(folder);
      once(file(NOBODY));
      byte[] mark = once(folder.resolve(MARK));
      if (mark.length != BYTES) {
        throw new IOException("the mark is being made, or was cut");
      }
      return mark;
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  byte[] make(UUID caseId) {
    try {
      return write(file(caseId));
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  Optional<byte[]> find(UUID caseId) {
    try {
      byte[] key = Files.readAllBytes(file(caseId));
      return key.length == BYTES ? Optional.of(key) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /// A key of no case, read from the disk like any other: so that a miss costs what a hit costs.
  byte[] ofNobody() {
    return find(NOBODY).orElseGet(() -> new byte[BYTES]);
  }

  /// Overwrites and deletes; nothing to do if it is gone already.
  void erase(UUID caseId) {
    try (FileChannel channel = FileChannel.open(file(caseId), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(BYTES));
      channel.force(true);
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      throw unreachable(e);
    }
    try {
      Disk.delete(file(caseId));
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /// Cases that have a key.
  List<UUID> all() {
    List<UUID> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!name.equals(MARK) && !name.equals(NOBODY.toString())) {
          Bytes.named(name).ifPresent(found::add);
        }
      }
      return found;
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /// Another process may make it in the same moment.
  private byte[] once(Path file) throws IOException {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : write(file);
    } catch (FileAlreadyExistsException e) {
      return Files.readAllBytes(file);
    }
  }

  private byte[] write(Path file) throws IOException {
    byte[] key = Bytes.random(BYTES);
    try (FileChannel channel = Disk.fresh(file)) {
      channel.write(ByteBuffer.wrap(key));
      Files.setLastModifiedTime(file, FileTime.fromMillis(0));
      channel.force(true);
    }
    Disk.sync(folder);
    return key;
  }

  private static IntakeUnavailable unreachable(IOException e) {
    return new IntakeUnavailable(IntakeUnavailable.Reason.DISK, e);
  }

  private Path file(UUID caseId) {
    return folder.resolve(caseId.toString());
  }
}

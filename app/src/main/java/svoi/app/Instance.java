package svoi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One data folder has one running program. The lock dies with the process, however it dies.
final class Instance implements AutoCloseable {
  private final Path address;
  private final FileChannel channel;

  private Instance(Path address, FileChannel channel) {
    this.address = address;
    this.channel = channel;
  }

  /// Takes the folder; empty if another process has it.
  static Optional<Instance> take(Path data) {
    Optional<Instance> taken = lock(data);
    taken.ifPresent(Instance::forgetAddress);
    return taken;
  }

  /// Whether another process has the folder now.
  static boolean isTaken(Path data) {
    Optional<Instance> free = lock(data);
    free.ifPresent(Instance::release);
    return free.isEmpty();
  }

  private static Optional<Instance> lock(Path data) {
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(
              data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new Instance(data.resolve("database.address"), channel));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /// Lets commands find the database of this running program.
  void announce(String databaseUrl) {
    try {
      Files.writeString(address, databaseUrl);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The database of the program that runs on this folder.
  static Optional<String> announced(Path data) {
    try {
      Path address = data.resolve("database.address");
      return Files.exists(address) ? Optional.of(Files.readString(address)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forgetAddress() {
    try {
      Files.deleteIfExists(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void release() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    forgetAddress();
    release();
  }
}

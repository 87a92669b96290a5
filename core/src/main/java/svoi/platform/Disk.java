package svoi.platform;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files and folders that nobody but this user reads, and that are on the disk when it is said so.
public final class Disk {
  private Disk() {}

  /// Makes a folder, and those above it, unless it is there.
  public static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, only("rwx------"));
    }
  }

  /// Makes a folder that must not be there yet.
  public static void makeNewFolder(Path folder) throws IOException {
    Files.createDirectory(folder, only("rwx------"));
  }

  /// Makes a file that must not be there yet, to be written.
  public static FileChannel fresh(Path file) throws IOException {
    return FileChannel.open(
        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), only("rw-------"));
  }

  /// Writes to a file. Closing it puts everything on the disk; the channel stays open.
  public static OutputStream durable(FileChannel channel) {
    return new FilterOutputStream(Channels.newOutputStream(channel)) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        channel.force(true);
      }
    };
  }

  /// Puts what was made, named or deleted in a folder on the disk.
  public static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// Deletes a file for good; nothing to do if it is not there.
  ///
  /// @return whether it was
  public static boolean delete(Path file) throws IOException {
    boolean there = Files.deleteIfExists(file);
    Path folder = file.toAbsolutePath().getParent();
    if (there && folder != null) {
      sync(folder);
    }
    return there;
  }

  private static FileAttribute<?> only(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}

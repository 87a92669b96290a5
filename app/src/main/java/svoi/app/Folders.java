package svoi.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Copies folders so that they are on the disk when it returns.
final class Folders {
  private Folders() {}

  static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /// Copies what is in `from` with its rights; what vanishes meanwhile is left out.
  ///
  /// @param wanted told each path relative to `from`; a folder that is not wanted is made, empty
  static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
    copy(from, from, to, wanted);
  }

  private static void copy(Path root, Path from, Path to, Predicate<Path> wanted)
      throws IOException {
    make(from, to);
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(from)) {
      for (Path path : inside) {
        Path target = to.resolve(from.relativize(path));
        boolean copied = wanted.test(root.relativize(path));
        boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        if (folder && copied) {
          copy(root, path, target, wanted);
        } else if (folder) {
          make(path, target);
        } else if (copied) {
          copyFile(path, target);
        }
      }
    }
    sync(to);
  }

  private static void make(Path from, Path to) throws IOException {
    Files.createDirectories(
        to, PosixFilePermissions.asFileAttribute(Files.getPosixFilePermissions(from)));
  }

  private static void copyFile(Path from, Path to) throws IOException {
    try {
      Files.copy(
          from,
          to,
          StandardCopyOption.COPY_ATTRIBUTES,
          StandardCopyOption.REPLACE_EXISTING,
          LinkOption.NOFOLLOW_LINKS);
      sync(to);
    } catch (NoSuchFileException e) {
      // A table was dropped, or a file of the write-ahead log recycled: the log knows.
      Files.deleteIfExists(to);
    }
  }

  static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

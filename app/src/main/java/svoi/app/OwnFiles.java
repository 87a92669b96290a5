package svoi.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import svoi.platform.Disk;

/// Files of a command that only their owner may read. None is ever written over.
final class OwnFiles {
  private OwnFiles() {}

  static void folder(Path folder) throws IOException {
    Disk.makeFolder(folder);
  }

  /// @throws FileAlreadyExistsException if one of them is there
  static void absent(Path... files) throws FileAlreadyExistsException {
    for (Path file : files) {
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
    }
  }

  /// @throws FileAlreadyExistsException if it is there
  static void create(Path file, String text) throws IOException {
    try (FileChannel channel = Disk.fresh(file)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /// @throws Refusal if it is no text
  static String read(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (java.nio.charset.CharacterCodingException e) {
      throw new Refusal(file + " is not a text in UTF-8.");
    }
  }
}

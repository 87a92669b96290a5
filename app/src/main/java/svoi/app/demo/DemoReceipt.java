package svoi.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import svoi.intake.Receipt;

/// The receipt of an invented thread, for the guided tour; a real receipt is kept by nobody but the
/// source.
public final class DemoReceipt {
  private final Path file;

  /// @param data where the demo keeps what it made
  public DemoReceipt(Path data) {
    this.file = data.resolve("demo").resolve("receipt");
  }

  /// Empty before the first message was made.
  public Optional<Receipt> find() {
    try {
      return Files.exists(file) ? Receipt.parse(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void keep(Receipt receipt) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join(" ", receipt.digits()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

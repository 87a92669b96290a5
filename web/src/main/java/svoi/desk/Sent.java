package svoi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import svoi.web.Uploads;

/// A form that was sent with a file or without one.
///
/// @param file as it came; empty if none was chosen
/// @param tooLarge the body was larger than allowed: nothing of it was read
public record Sent(Typed typed, Optional<byte[]> file, boolean tooLarge) {
  /// A scan of a few pages at 300 dpi.
  public static final long SCAN_BYTES = 30L * 1024 * 1024;

  /// A table of as many rows as are read at once.
  public static final long TABLE_BYTES = 20L * 1024 * 1024;

  /// What the request sends, the file held in memory only.
  ///
  /// @param limit bytes of the whole body
  public static Sent of(HttpServletRequest request, long limit) throws IOException {
    if (!Uploads.isUpload(request)) {
      return new Sent(Typed.of(request), Optional.empty(), false);
    }
    byte[][] file = new byte[1][];
    try {
      Map<String, String> values = new LinkedHashMap<>();
      Uploads.read(
              request, limit, (field, name, content, fields) -> file[0] = content.readAllBytes())
          .forEach((name, all) -> values.put(name, all.getFirst()));
      return new Sent(Typed.filled(values), Optional.ofNullable(file[0]), false);
    } catch (Uploads.TooLarge e) {
      return new Sent(Typed.empty(), Optional.empty(), true);
    }
  }

  /// The file, to be read; null if there is none.
  public @Nullable InputStream paper() {
    return file.map(ByteArrayInputStream::new).orElse(null);
  }
}

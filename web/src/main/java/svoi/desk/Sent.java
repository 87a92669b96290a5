package svoi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import svoi.web.Uploads;

/// A form that was sent with a file or without one. Its fields stand before the file.
///
/// @param file straight from the connection, to be read once; null if none was chosen
/// @param tooLarge the body was larger than allowed: nothing of it is here
public record Sent(Typed typed, @Nullable InputStream file, boolean tooLarge) {
  /// A scan of a few pages at 300 dpi.
  public static final long SCAN_BYTES = 30L * 1024 * 1024;

  /// A table of as many rows as are read at once.
  public static final long TABLE_BYTES = 20L * 1024 * 1024;

  /// Hands the form to `taker`, whose answer is the answer to the request.
  ///
  /// @param limit bytes of the whole body
  public static ResponseEntity<byte[]> take(
      HttpServletRequest request, long limit, Function<Sent, ResponseEntity<byte[]>> taker)
      throws IOException {
    if (!Uploads.isUpload(request)) {
      return taker.apply(new Sent(Typed.of(request), null, false));
    }
    List<ResponseEntity<byte[]>> answers = new ArrayList<>();
    try {
      Map<String, List<String>> fields =
          Uploads.read(
              request,
              limit,
              (field, name, content, before) -> {
                if (answers.isEmpty()) {
                  answers.add(taker.apply(new Sent(typed(before), content, false)));
                }
              });
      if (answers.isEmpty()) {
        answers.add(taker.apply(new Sent(typed(fields), null, false)));
      }
    } catch (Uploads.TooLarge e) {
      if (answers.isEmpty()) {
        answers.add(taker.apply(new Sent(Typed.empty(), null, true)));
      }
    }
    return answers.getFirst();
  }

  private static Typed typed(Map<String, List<String>> fields) {
    Map<String, String> first = new LinkedHashMap<>();
    fields.forEach((name, values) -> first.put(name, values.getFirst()));
    return Typed.filled(first);
  }

  /// The whole file, for what has to be read in memory. Call it only where there is one.
  public byte[] bytes() {
    try {
      return Objects.requireNonNull(file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

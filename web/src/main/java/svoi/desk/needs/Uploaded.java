package svoi.desk.needs;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import svoi.desk.Typed;
import svoi.web.Uploads;

/// A form with one file that may be left out; its fields stand before the file.
final class Uploaded {
  /// A scanned document of some pages, and what a form has around it.
  static final long MOST_BYTES = 30L * 1024 * 1024;

  private Uploaded() {}

  /// What came of it: the answer of the taker, and what was typed.
  ///
  /// @param answer null if the body was too large
  record Taken<T>(@Nullable T answer, Typed typed) {}

  /// What takes the form and its file.
  @FunctionalInterface
  interface Taker<T> {
    /// @param file null if none was chosen
    T take(Typed typed, @Nullable InputStream file);
  }

  /// Hands the form to `taker` once, with its file if there is one.
  static <T> Taken<T> take(HttpServletRequest request, Taker<T> taker) throws IOException {
    List<Taken<T>> taken = new ArrayList<>();
    Map<String, List<String>> all = new LinkedHashMap<>();
    try {
      if (Uploads.isUpload(request)) {
        all.putAll(
            Uploads.read(
                request,
                MOST_BYTES,
                (field, name, content, fields) -> {
                  if (taken.isEmpty()) {
                    Typed typed = typed(fields);
                    taken.add(new Taken<>(taker.take(typed, content), typed));
                  }
                }));
      } else {
        request.getParameterMap().forEach((name, values) -> all.put(name, List.of(values)));
      }
    } catch (Uploads.TooLarge e) {
      return new Taken<>(null, typed(all).wrong("evidence", "desk.needs.wrong.too-large"));
    }
    if (taken.isEmpty()) {
      Typed typed = typed(all);
      return new Taken<>(taker.take(typed, null), typed);
    }
    return taken.getFirst();
  }

  private static Typed typed(Map<String, List<String>> fields) {
    Map<String, String> known = new LinkedHashMap<>();
    Function<List<String>, String> first = values -> values.isEmpty() ? "" : values.getFirst();
    fields.forEach((name, values) -> known.put(name, first.apply(values)));
    return Typed.filled(known);
  }
}

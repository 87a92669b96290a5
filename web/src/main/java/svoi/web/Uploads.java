package svoi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/// Reads a `multipart/form-data` body (RFC 7578) part by part, straight from the connection: no
/// file ever lies on the disk before its taker has it.
///
/// Fields must stand before files in the form. The container's own reader is off.
public final class Uploads {
  /// A field is text that somebody typed.
  private static final int FIELD_BYTES = 64 * 1024;

  /// All fields of a form together: nobody has spent a budget yet when they are in memory.
  private static final int FIELDS_BYTES = 512 * 1024;

  /// No form of ours has more.
  private static final int PARTS = 100;

  /// A longer rest of a body is not waited for.
  private static final long MOST_DRAINED = 64L << 20;

  private Uploads() {}

  /// Takes one file; what it leaves unread is skipped.
  @FunctionalInterface
  public interface Taker {
    /// @param field the form's name of the file
    /// @param fileName as the sender calls it: never trusted, never used as a path
    /// @param fields what was typed into the fields before the file
    void take(String field, String fileName, InputStream content, Map<String, List<String>> fields)
        throws IOException;
  }

  /// A body that is larger than allowed.
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super("upload too large");
    }
  }

  /// Whether the request has such a body.
  public static boolean isUpload(HttpServletRequest request) {
    return JakartaServletFileUpload.isMultipartContent(request);
  }

  /// Reads the whole body, also when it is refused half-way. An empty file field is skipped.
  ///
  /// @param limit bytes of the whole body
  /// @return the fields
  /// @throws TooLarge if the body is larger than `limit`
  public static Map<String, List<String>> read(HttpServletRequest request, long limit, Taker taker)
      throws IOException {
    JakartaServletFileUpload<?, ?> upload = new JakartaServletFileUpload<>();
    upload.setMaxSize(limit);
    Map<String, List<String>> fields = new LinkedHashMap<>();
    try {
      int left = FIELDS_BYTES;
      FileItemInputIterator parts = upload.getItemIterator(request);
      for (int n = 1; parts.hasNext(); n++) {
        if (n > PARTS) {
          throw new TooLarge();
        }
        left -= take(parts.next(), fields, left, taker);
      }
    } catch (FileUploadSizeException e) {
      throw new TooLarge();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof FileUploadSizeException) {
        throw new TooLarge();
      }
      throw e;
    } finally {
      drain(request);
    }
    return fields;
  }

  /// Reads what is left of a body and throws it away: an answer that comes before the end of its
  /// question costs the browser the connection, and often the answer.
  private static void drain(HttpServletRequest request) {
    byte[] part = new byte[64 * 1024];
    try {
      InputStream in = request.getInputStream();
      long left = MOST_DRAINED;
      for (int n = in.read(part); n >= 0 && left > 0; n = in.read(part)) {
        left -= n;
      }
    } catch (IOException e) {
      // The sender has gone, or is too slow to wait for: nobody reads an answer.
    }
  }

  /// @param left bytes that fields may still have
  /// @return how many a field had
  private static int take(
      FileItemInput part, Map<String, List<String>> fields, int left, Taker taker)
      throws IOException {
    try (InputStream in = part.getInputStream()) {
      if (!part.isFormField()) {
        if (part.getName() != null && !part.getName().isEmpty()) {
          taker.take(part.getFieldName(), part.getName(), in, fields);
        }
        return 0;
      }
      int most = Math.min(FIELD_BYTES, left);
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new TooLarge();
      }
      fields
          .computeIfAbsent(part.getFieldName(), name -> new ArrayList<>())
          .add(new String(bytes, StandardCharsets.UTF_8));
      return bytes.length;
    }
  }
}

package svoi.desk.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The pictures of one file, kept while its page is shown; the next file takes their place.
final class Pictures {
  private @Nullable UUID file;
  private List<byte[]> pages = List.of();

  synchronized void keep(UUID shown, List<byte[]> pictures) {
    file = shown;
    pages = List.copyOf(pictures);
  }

  /// @param page from 1
  synchronized Optional<byte[]> page(UUID shown, int page) {
    boolean known = shown.equals(file) && page >= 1 && page <= pages.size();
    return known ? Optional.of(pages.get(page - 1)) : Optional.empty();
  }

  synchronized void forget() {
    file = null;
    pages = List.of();
  }
}

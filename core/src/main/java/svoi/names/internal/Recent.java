package svoi.names.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Remembers what the last words were found to be; a new word takes the place of an old one.
final class Recent {
  private static final int PLACES = 512;

  private final AtomicReferenceArray<@Nullable Entry> entries = new AtomicReferenceArray<>(PLACES);

  private record Entry(String letters, Depth depth, Role role, Candidates candidates) {
    boolean isFor(Attempt attempt, Role asked) {
      return role == asked && depth == attempt.depth() && letters.equals(attempt.word().letters());
    }
  }

  /// What was found, or null.
  @Nullable Candidates get(Attempt attempt, Role role) {
    Entry entry = entries.get(place(attempt, role));
    return entry != null && entry.isFor(attempt, role) ? entry.candidates : null;
  }

  void put(Attempt attempt, Role role, Candidates candidates) {
    String letters = attempt.word().letters();
    entries.set(place(attempt, role), new Entry(letters, attempt.depth(), role, candidates));
  }

  private static int place(Attempt attempt, Role role) {
    int hash = attempt.word().letters().hashCode();
    hash = (hash * 31 + role.hashCode()) * 31 + attempt.depth().hashCode();
    return (hash ^ (hash >>> 16)) & (PLACES - 1);
  }
}

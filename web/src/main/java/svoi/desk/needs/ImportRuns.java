package svoi.desk.needs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import svoi.exchange.needs.NeedImports;
import svoi.exchange.needs.NeedReport;
import svoi.staff.Member;
import svoi.staff.StaffId;

/// Imports that are being judged or written, beside the requests that ask how far they are.
///
/// Kept in memory only: another process, or this one after a restart, judges the file again.
final class ImportRuns {
  /// How long a request waits before it answers with a page of progress.
  private static final long PATIENCE_MILLIS = 1_500;

  /// Reports kept: a report of ten thousand rows has some megabytes.
  private static final int MOST = 8;

  private final NeedImports imports;
  private final Map<Key, Run<Optional<NeedReport>>> previews = new Recent<>();
  private final Map<Key, Run<NeedImports.Outcome>> writings = new Recent<>();

  ImportRuns(NeedImports imports) {
    this.imports = imports;
  }

  private record Key(UUID id, StaffId member) {}

  private static final class Recent<V> extends LinkedHashMap<Key, V> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, V> eldest) {
      return size() > MOST;
    }
  }

  /// One piece of work.
  record Run<T>(CompletableFuture<T> result, AtomicInteger done, AtomicInteger all) {
    static <T> Run<T> start(Function<BiConsumer<Integer, Integer>, T> work) {
      AtomicInteger done = new AtomicInteger();
      AtomicInteger all = new AtomicInteger();
      CompletableFuture<T> result = new CompletableFuture<>();
      Thread.ofVirtual()
          .name("need-import")
          .start(
              () -> {
                try {
                  result.complete(
                      work.apply(
                          (n, of) -> {
                            done.set(n);
                            all.set(of);
                          }));
                } catch (RuntimeException e) {
                  result.completeExceptionally(e);
                }
              });
      return new Run<>(result, done, all);
    }

    /// The result if it comes soon.
    Optional<T> soon() {
      try {
        return Optional.of(result.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        return Optional.empty();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
      }
    }
  }

  /// Judging a file; begun by whoever asks first.
  Run<Optional<NeedReport>> preview(UUID id, Member by) {
    synchronized (previews) {
      Run<Optional<NeedReport>> known = previews.get(new Key(id, by.id()));
      if (known != null && !known.result().isCompletedExceptionally()) {
        return known;
      }
      Run<Optional<NeedReport>> fresh = Run.start(progress -> imports.preview(id, by, progress));
      previews.put(new Key(id, by.id()), fresh);
      return fresh;
    }
  }

  /// Writing a file, while it is written and until it was answered for.
  Optional<Run<NeedImports.Outcome>> writing(UUID id, Member by) {
    synchronized (writings) {
      return Optional.ofNullable(writings.get(new Key(id, by.id())));
    }
  }

  /// Begins to write what the preview showed; a second click finds the first one's work.
  Run<NeedImports.Outcome> write(UUID id, String digest, java.util.Set<Integer> others, Member by) {
    synchronized (writings) {
      return writings.computeIfAbsent(
          new Key(id, by.id()),
          key -> Run.start(progress -> imports.confirm(id, digest, others, by, progress)));
    }
  }

  /// The file was decided, or has to be judged anew.
  void forget(UUID id, Member by) {
    Key key = new Key(id, by.id());
    synchronized (previews) {
      previews.remove(key);
    }
    synchronized (writings) {
      writings.remove(key);
    }
  }
}

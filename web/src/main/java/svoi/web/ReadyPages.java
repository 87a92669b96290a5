package svoi.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import svoi.platform.PublicationFeed;

/// The published pages of this process, finished, by their exact raw path.
///
/// A page dies by a publication change, by its own `until` read at every visit, or by weight. One
/// that shows persons is served only while the publication log is being read. Whoever makes a page
/// asks for the [#generation] before reading any data: a page made from data older than the last
/// change is refused, so the race between making and withdrawing has one end only.
///
/// It is subscribed after all read models: otherwise a page made from a model of yesterday could be
/// offered under the generation of today.
public final class ReadyPages implements PublicationFeed.Listener {
  /// Only addresses in the one form that our own links have; others are answered, never kept.
  private static final Pattern PLAIN_PATH = Pattern.compile("(/[a-z0-9._-]{0,100}){1,8}");

  private final Clock clock;
  private final BooleanSupplier confirmed;
  private final Cache<String, Entry> entries;
  private final AtomicLong generation = new AtomicLong();
  private final Object lock = new Object();

  private record Entry(ReadyPage page, Freshness freshness, Instant until) {
    boolean showsPersons() {
      return freshness instanceof Freshness.Person || freshness instanceof Freshness.Listing;
    }

    boolean endsWith(Set<UUID> changed) {
      return switch (freshness) {
        case Freshness.Person(UUID personId, Instant _) -> changed.contains(personId);
        case Freshness.Listing _ -> true;
        case Freshness.General _, Freshness.Never _ -> false;
      };
    }
  }

  /// @param confirmed whether the publication log is being read now
  /// @param maximumBytes about how much memory pages may take
  public ReadyPages(Clock clock, BooleanSupplier confirmed, long maximumBytes) {
    this.clock = clock;
    this.confirmed = confirmed;
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(maximumBytes)
            .<String, Entry>weigher((path, entry) -> path.length() + entry.page().weight())
            .executor(Runnable::run)
            .build();
  }

  /// The number of changes heard of so far; ask before reading what a page will show.
  public long generation() {
    return generation.get();
  }

  /// Keeps a page, unless something changed since `seen` or it may not be kept.
  void offer(String rawPath, ReadyPage page, Freshness freshness, long seen) {
    Optional<Instant> until = until(freshness);
    if (until.isEmpty() || !PLAIN_PATH.matcher(rawPath).matches() || rawPath.contains("//")) {
      return;
    }
    Entry entry = new Entry(page, freshness, until.get());
    synchronized (lock) {
      if (seen == generation.get() && servable(entry)) {
        entries.put(rawPath, entry);
      }
    }
  }

  /// The page at this path, if it may be shown at this moment.
  @Nullable ReadyPage at(String rawPath) {
    Entry entry = entries.getIfPresent(rawPath);
    return entry != null && servable(entry) ? entry.page() : null;
  }

  @Override
  public void changed(Set<UUID> personIds) {
    end(entry -> entry.endsWith(personIds));
  }

  @Override
  public void everythingChanged() {
    end(_ -> true);
  }

  private void end(Predicate<Entry> condition) {
    synchronized (lock) {
      generation.incrementAndGet();
      entries.asMap().values().removeIf(condition);
    }
  }

  private Optional<Instant> until(Freshness freshness) {
    return switch (freshness) {
      case Freshness.Person(UUID _, Instant until) -> Optional.of(until);
      case Freshness.Listing(Instant until) -> Optional.of(until);
      case Freshness.General(var maxAge) -> Optional.of(clock.instant().plus(maxAge));
      case Freshness.Never _ -> Optional.empty();
    };
  }

  private boolean servable(Entry entry) {
    return clock.instant().isBefore(entry.until())
        && (!entry.showsPersons() || confirmed.getAsBoolean());
  }
}

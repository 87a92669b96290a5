package svoi.web;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// How long a finished page stays true, and what ends that before its time.
///
/// Every page that shows a person is revalidated at each visit (`no-cache`); only pages without
/// persons may be shown a little late.
public sealed interface Freshness {
  /// A page about one person: true until `until`, unless something public about them changes.
  record Person(UUID personId, Instant until) implements Freshness {}

  /// A page that shows or counts persons: any publication change ends it.
  record Listing(Instant until) implements Freshness {}

  /// A page without persons, which may be this old.
  record General(Duration maxAge) implements Freshness {}

  /// An answer to one visitor only: kept nowhere.
  record Never() implements Freshness {}

  /// The `Cache-Control` that says this to browsers and to proxies.
  default String cacheControl() {
    return switch (this) {
      case Person _, Listing _ -> "no-cache";
      case General(Duration age) ->
          "public, max-age=%d, stale-while-revalidate=60, stale-if-error=86400"
              .formatted(age.toSeconds());
      case Never _ -> "no-store";
    };
  }
}

package svoi.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// Budgets of what costs much or could copy the register, per network of the visitor.
///
/// In memory only, for ten minutes at most; nothing is logged. A reader never waits longer than the
/// time that one request takes to come back into the budget.
public final class Limits {
  /// What has a budget of its own.
  public enum Budget {
    /// A search by name.
    SEARCH,
    /// Suggestions while a name is being typed: several for each search.
    SUGGESTIONS,
    /// A page of the API that carries names.
    NAMED_PAGES,
    /// A try to sign in to the desk, to enrol or to recover.
    SIGN_INS,
    /// A message at the anonymous door, or a try to come back with a receipt.
    MESSAGES
  }

  /// How many requests come back per minute and how many may come at once.
  ///
  /// @param perMinute 0 turns the budget off
  public record Rate(int perMinute, int burst) {}

  /// An address that many visitors share (this machine's, where a proxy or Tor delivers them) has
  /// the budget of this many networks.
  private static final int SHARED = 20;

  /// Enough for every network seen in ten minutes of a flood; the oldest go first.
  private static final int NETWORKS = 100_000;

  private final Map<Budget, Rate> rates;
  private final TimeMeter time;
  private final NetworkKeys keys;
  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(NETWORKS)
          .expireAfterAccess(Duration.ofMinutes(10))
          .executor(Runnable::run)
          .build();

  private record Key(Budget budget, long network) {}

  public Limits(Map<Budget, Rate> rates) {
    this(rates, TimeMeter.SYSTEM_NANOTIME);
  }

  Limits(Map<Budget, Rate> rates, TimeMeter time) {
    this.rates = new EnumMap<>(rates);
    this.time = time;
    this.keys = new NetworkKeys(time::currentTimeNanos);
  }

  /// Takes one request out of the visitor's budget.
  ///
  /// @throws TooManyRequests when nothing is left; the reader gets a page that says when to come
  ///   back
  public void spend(Budget budget, HttpServletRequest request) {
    spend(budget, request.getRemoteAddr());
  }

  void spend(Budget budget, String address) {
    Rate rate = rates.getOrDefault(budget, new Rate(0, 0));
    if (rate.perMinute() <= 0) {
      return;
    }
    NetworkKeys.Network network = keys.of(address);
    int factor = network.shared() ? SHARED : 1;
    Bucket bucket = buckets.get(new Key(budget, network.key()), _ -> bucket(rate, factor));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /// Places for what lasts.
  ///
  /// @param all in this process
  /// @param each that one network may hold
  public Places places(int all, int each) {
    return new Places(all, each, keys);
  }

  private Bucket bucket(Rate rate, int factor) {
    long burst = (long) Math.max(rate.burst(), 1) * factor;
    long refill = (long) rate.perMinute() * factor;
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, Duration.ofMinutes(1)))
        .build();
  }
}

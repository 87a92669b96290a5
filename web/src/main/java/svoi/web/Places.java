package svoi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Places that visitors hold for a while: what costs memory as long as somebody sends or reads. One
/// network takes no more than its part, so that it can't shut the door for all others.
public final class Places {
  private final Semaphore free;
  private final int each;
  private final NetworkKeys keys;
  private final Map<Long, Integer> taken = new ConcurrentHashMap<>();

  Places(int all, int each, NetworkKeys keys) {
    this.free = new Semaphore(all);
    this.each = each;
    this.keys = keys;
  }

  /// A place that is held until it is closed.
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /// Takes a place for this visitor; empty if all are taken, or all of the visitor's network. An
  /// address that many share counts as many networks.
  public Optional<Place> take(HttpServletRequest request) {
    return take(request.getRemoteAddr());
  }

  Optional<Place> take(String address) {
    NetworkKeys.Network network = keys.of(address);
    if (!free.tryAcquire()) {
      return Optional.empty();
    }
    if (network.shared()) {
      return Optional.of(free::release);
    }
    int mine = taken.merge(network.key(), 1, Integer::sum);
    Place place = () -> give(network.key());
    if (mine > each) {
      place.close();
      return Optional.empty();
    }
    return Optional.of(place);
  }

  private void give(long network) {
    taken.computeIfPresent(network, (_, n) -> n > 1 ? n - 1 : null);
    free.release();
  }
}

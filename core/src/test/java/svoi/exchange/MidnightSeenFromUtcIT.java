package svoi.exchange;

/// [Midnight] with sessions in UTC.
class MidnightSeenFromUtcIT extends Midnight {
  MidnightSeenFromUtcIT() {
    super("UTC");
  }
}

package svoi.exchange;

/// [Midnight] with sessions in Moscow.
class MidnightSeenFromMoscowIT extends Midnight {
  MidnightSeenFromMoscowIT() {
    super("Europe/Moscow");
  }
}

package svoi.exchange;

/// [Midnight] with sessions in Kyiv.
class MidnightSeenFromKyivIT extends Midnight {
  MidnightSeenFromKyivIT() {
    super("Europe/Kyiv");
  }
}

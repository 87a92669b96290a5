package svoi.site;

import java.util.List;
import java.util.stream.LongStream;
import svoi.web.Formats;

/// An upright scale of whole numbers with four to eight steps of 1, 2 or 5 times a power of ten.
///
/// @param from value at the bottom
/// @param to value at the top, above every value shown
record Ticks(long from, long to, long step, int top, int bottom) {

  /// @param least where the scale may begin; it begins at a round number not above
  static Ticks of(long least, long most, int top, int bottom) {
    long step = 1;
    long[] factors = {2, 5, 10};
    long power = 1;
    int next = 0;
    while ((most - least) / step > 6) {
      step = power * factors[next];
      next = (next + 1) % factors.length;
      power = next == 0 ? power * 10 : power;
    }
    long from = least / step * step;
    long to = Math.max(most / step * step + step, from + 2 * step);
    return new Ticks(from, to, step, top, bottom);
  }

  long y(long value) {
    return Math.round(bottom - (double) (value - from) / (to - from) * (bottom - top));
  }

  List<Drawing.Shape> shapes() {
    return LongStream.iterate(from, value -> value <= to, value -> value + step)
        .boxed()
        .<Drawing.Shape>mapMulti(
            (value, out) -> {
              out.accept(new Drawing.Path("ax", "M%d %dH1080".formatted(Drawing.LEFT, y(value))));
              out.accept(
                  new Drawing.Words(
                      "", Drawing.LEFT - 8L, y(value) + 5, "end", Formats.number(value)));
            })
        .toList();
  }
}

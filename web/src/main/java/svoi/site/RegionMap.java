package svoi.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import svoi.reference.Reference;
import svoi.web.Messages;

/// The map of the 27 regions with how many profiles each has, and the same as a list.
///
/// Shapes are joined with regions by ISO code, never by the part of the address: there Kyiv is the
/// city.
final class RegionMap {
  /// Two regions that are too small to touch stand under a circle too.
  private static final Map<String, int[]> CIRCLES =
      Map.of("UA-30", new int[] {470, 182}, "UA-40", new int[] {650, 662});

  private record Shape(String iso, double x, double y, String path) {
    static Shape read(String line) {
      String[] cells = line.split("\t", -1);
      return new Shape(
          cells[0], Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), cells[3]);
    }
  }

  private final Reference reference;
  private final List<Shape> shapes;

  RegionMap(Reference reference) {
    this.reference = reference;
    this.shapes = read();
  }

  /// @param counts visible profiles by ISO code; regions with none may be absent
  MapView view(Map<String, Integer> counts, Messages t) {
    Scale scale = Scale.of(counts.values());
    Map<String, MapView.Entry> entries =
        reference.regions().stream()
            .collect(
                Collectors.toMap(
                    region -> region.iso(),
                    region -> {
                      int count = counts.getOrDefault(region.iso(), 0);
                      String name = region.in(t.language()).name();
                      return new MapView.Entry(
                          "/" + t.language().code() + "/regions/" + region.slug(),
                          name,
                          t.get("site.map.region", "region", name, "n", count),
                          count,
                          scale.step(count));
                    }));
    return new MapView(
        shapes.stream().map(shape -> shape(shape, entries)).toList(),
        reference.regions().stream().map(region -> entry(region.iso(), entries)).toList(),
        scale.legend(t));
  }

  private static MapView.Shape shape(Shape shape, Map<String, MapView.Entry> entries) {
    MapView.Entry entry = entry(shape.iso(), entries);
    int[] circle = CIRCLES.get(shape.iso());
    return circle == null
        ? new MapView.Shape(entry, shape.path(), number(shape.x()), number(shape.y() + 6), null)
        : new MapView.Shape(
            entry,
            shape.path(),
            Integer.toString(circle[0]),
            Integer.toString(circle[1] + 6),
            Integer.toString(circle[1]));
  }

  private static MapView.Entry entry(String iso, Map<String, MapView.Entry> entries) {
    MapView.Entry entry = entries.get(iso);
    if (entry == null) {
      throw new IllegalStateException("no region " + iso);
    }
    return entry;
  }

  private static String number(double value) {
    return Long.toString(Math.round(value));
  }

  private static List<Shape> read() {
    try (InputStream in = RegionMap.class.getResourceAsStream("/map/regions.tsv")) {
      if (in == null) {
        throw new IllegalStateException("map/regions.tsv is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Shape::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

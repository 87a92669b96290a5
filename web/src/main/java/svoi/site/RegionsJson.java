package svoi.site;

import java.util.List;
import java.util.Map;
import svoi.platform.Language;
import svoi.reference.Region;

/// The regions with how many profiles each has, for programs.
record RegionsJson(int total, List<Entry> regions) {
  /// @param name full name by language
  record Entry(String iso, String slug, Map<String, String> name, int profiles) {}

  static RegionsJson of(int total, List<Region> regions, Map<String, Integer> counts) {
    return new RegionsJson(
        total,
        regions.stream()
            .map(
                region ->
                    new Entry(
                        region.iso(),
                        region.slug(),
                        Map.of(
                            "uk", region.in(Language.UK).name(),
                            "ru", region.in(Language.RU).name(),
                            "en", region.in(Language.EN).name()),
                        counts.getOrDefault(region.iso(), 0)))
            .toList());
  }
}

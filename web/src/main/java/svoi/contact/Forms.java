package svoi.contact;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// The questions of the four forms, in order.
final class Forms {
  private final Map<Route, List<Field>> fields = new EnumMap<>(Route.class);
  private final String version;

  Forms() {
    Properties data = Resource.data("forms");
    this.version = data.getProperty("version", "");
    for (Route route : Route.values()) {
      String code = route.code();
      fields.put(
          route,
          Resource.items(data, code + ".fields").stream()
              .map(name -> new Field(name, Resource.items(data, code + "." + name)))
              .toList());
    }
  }

  List<Field> of(Route route) {
    return fields.getOrDefault(route, List.of());
  }

  /// Which form it is, for the desk: `stop/1`.
  String name(Route route) {
    return route.code() + "/" + version;
  }
}

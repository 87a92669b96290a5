package svoi.site;

import svoi.web.Layout;

/// All regions, on the map and in a list.
public record RegionsView(Layout layout, int total, MapView map) {}

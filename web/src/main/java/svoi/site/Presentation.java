package svoi.site;

/// What several pages are made with.
record Presentation(Cards cards, RegionMap map, Figures figures, Days days) {}

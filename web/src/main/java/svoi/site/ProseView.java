package svoi.site;

import svoi.web.Layout;
import svoi.web.ProsePage;

/// A page of prose.
///
/// @param updated day of this version, in words
public record ProseView(Layout layout, ProsePage prose, String updated) {}

/// Door 1: the public site in three languages, and its API.
///
/// Always true: no cookie, no script, nothing about the visitor is kept. Whoever is shown was asked
/// of the public views in this very request, or by a page that dies with the next publication
/// change. Lists come from [svoi.search.Published], and each row of them from the views once more.
@NullMarked
package svoi.site;

import org.jspecify.annotations.NullMarked;

/// What the three doors share: ready pages, headers, errors, limits, templates and messages.
///
/// It keeps nothing about visitors: no address, no path, no search word outlives its answer.
@NullMarked
package svoi.web;

import org.jspecify.annotations.NullMarked;

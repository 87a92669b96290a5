/// How names are folded, looked up and weighed; `docs/search.md` leads through it. Named by
/// [svoi.names] only.
@org.jspecify.annotations.NullMarked
package svoi.names.internal;

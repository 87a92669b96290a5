/// Exchanges at the size of a war: how long lists, rounds and imports take, and whether a process
/// that is killed leaves anything half done.
@org.jspecify.annotations.NullMarked
package svoi.bench.exchange;

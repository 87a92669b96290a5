/// Measures lists and searches at many published profiles. Everybody in it is invented; no name is
/// shown anywhere but in the answers that are thrown away.
@org.jspecify.annotations.NullMarked
package svoi.bench;

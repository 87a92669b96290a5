/// Puts the program's search for names beside other engines, on the same persons, the same judged
/// queries and the same machine.
///
/// Each engine is set up as its manuals advise, with what it has for names; none knows the judged
/// queries beforehand.
@org.jspecify.annotations.NullMarked
package svoi.bench.peers;

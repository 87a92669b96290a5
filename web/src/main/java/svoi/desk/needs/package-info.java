/// The need list at the desk: those who are awaited, their families, imports, versions that are
/// signed and sent, and the track of unconditional return.
@org.jspecify.annotations.NullMarked
package svoi.desk.needs;

/// Sealed messages at the desk of an intake officer: unlocking, the queue, threads and their files,
/// the keys of desks, counts.
///
/// Names no person, case, consent or profile, and no other area names it: there is no way from a
/// message to somebody of the register (R31). Keys are in memory only, while a session lasts.
@org.jspecify.annotations.NullMarked
package svoi.desk.intake;

/// Those who are awaited: entering and finding them, what became known, lists of them, their
/// families, the return of children and the gravely wounded.
///
/// Whoever asks sees the track that their role is there for and no other; a person of the other
/// track does not exist for them. Every service logs what it did or showed before it answers.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("needs")
package svoi.exchange.needs;

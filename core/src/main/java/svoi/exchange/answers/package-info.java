/// What both sides ask and answer: requests of the other side, and the append-only ledger of what
/// it was asked and what it did.
///
/// A request is a wish, not a right: it never changes a person's state. A name that fits nobody
/// beyond doubt stays as written until an officer decides; nobody is invented. Children and the
/// gravely wounded are in no ledger.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("answers")
package svoi.exchange.answers;

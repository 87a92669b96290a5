/// The area of what both sides ask and answer: the ledger, letters that answer about many, requests
/// of the other side.
@org.jspecify.annotations.NullMarked
package svoi.desk.answers;

/// The anonymous door under /contact: advice, sealed messages, coming back with a receipt.
///
/// It keeps nothing about a visitor but a session while somebody is signed in with a receipt,
/// sends no script, and writes no log. Until somebody has chosen what to read, every step has one
/// address: forms are sent to it and answered there.
@org.jspecify.annotations.NullMarked
package svoi.contact;

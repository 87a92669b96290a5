/// Sealed messages of people who stay anonymous, and the answers to them.
///
/// Owns the schema `intake`; publishes no contract view, because nobody above may join a message to
/// anything. Two faces: [svoi.intake.Dropbox] for the source, [svoi.intake.Inbox] for the desk.
/// What is stored opens with a receipt or with a desk's key, and with the case's erasure key, which
/// is a file outside the database and outside every backup; what names a source opens with the keys
/// of two members as well. Never holds an address, a browser, a
/// time finer than a day, or the id of a person of the register.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "audit"})
package svoi.intake;

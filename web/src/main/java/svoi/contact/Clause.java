package svoi.contact;

/// A clause of the law, as the list of clauses shows it; its words are messages.
///
/// @param unconfirmed whether a lawyer has still to confirm it
public record Clause(String code, boolean unconfirmed) {}

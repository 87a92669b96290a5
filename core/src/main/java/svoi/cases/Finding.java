package svoi.cases;

/// What is wrong with an entry, or worth knowing about it.
///
/// @param code stable, for example `person.minor`
/// @param field that it is about: `born`, or of the first proceeding's second count `p0.c1.part`
public record Finding(String code, String field) {}

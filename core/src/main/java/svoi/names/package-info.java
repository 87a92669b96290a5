/// Spelling, folding and matching of people's names: finds persons by name however it is typed,
/// in Ukrainian, Russian or Latin letters, and writes names in the Latin of passports. No SQL, no
/// Spring, nothing of this project: it could be a library of its own.
///
/// Always true: a name that contradicts the typed given name is never among an answer's matches;
/// any text is answered, in bounded time; nothing of a query is written down, only what the last
/// few hundred words were found to be is remembered in memory.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package svoi.names;

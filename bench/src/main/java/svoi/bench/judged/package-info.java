/// Makes judged sets for the search for names: persons, and queries with the persons they must
/// find.
///
/// Its tables of transliteration, declension and keys are its own and share nothing with the
/// engine, so that the engine can't pass by its own rules. All persons are random combinations.
@org.jspecify.annotations.NullMarked
package svoi.bench.judged;

package svoi.search;

import svoi.register.Names;

/// A published person whose name fits a query.
///
/// @param score 0 to 1; 1 is every word letter for letter
/// @param region ISO 3166-2 code of the region of the act
public record Match<K>(K id, double score, Names names, String region) {}

package svoi.search;

/// Finds published persons by name.
///
/// Nothing of a query is stored or logged.
///
/// @param <K> what names a person in addresses
public interface NameSearch<K> {
  /// Whom the query may mean.
  ///
  /// @param limit of each of the two lists, 1 to 50
  Found<K> search(String query, Filter filter, int limit);

  /// Whom somebody may mean who is still typing; never anybody who is only similar.
  ///
  /// @param limit 1 to 50
  Found<K> suggest(String typed, int limit);
}

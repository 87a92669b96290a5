package svoi.names;

/// A person whose name fits what was typed.
///
/// @param key the caller's
/// @param score 0 to 1; 1 is every word letter for letter
public record Hit<K>(K key, double score) {}

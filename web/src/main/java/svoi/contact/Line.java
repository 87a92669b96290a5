package svoi.contact;

/// Somebody to call; the words are messages.
///
/// @param unchecked whether nobody has called the number yet to see that it holds
public record Line(String code, String number, boolean unchecked) {}

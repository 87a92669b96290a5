package svoi.contact;

import java.util.List;

/// Somebody to call; the words are messages.
///
/// @param unchecked whether nobody has called the number yet to see that it holds
public record Line(String code, String number, boolean unchecked) {
  /// Numbers that a telephone can dial; none if it is an address.
  public List<String> numbers() {
    return number.matches("[0-9 ,]+") ? List.of(number.split(", ")) : List.of();
  }
}

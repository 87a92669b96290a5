package svoi.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The article and part of which the court found the person guilty (R19).
///
/// @param article number in the Criminal Code; a superscript follows a hyphen: `111-1`
/// @param from first day of the article's title that the charge refers to
/// @param part null where the article has no parts
public record Charge(String article, LocalDate from, @Nullable Integer part) {}

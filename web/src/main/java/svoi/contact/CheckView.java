package svoi.contact;

import svoi.platform.Language;

/// The question for two words of the receipt.
///
/// @param shown language in which the words were shown
/// @param first number of the first word asked for
public record CheckView(Frame frame, Language shown, int first, int second) {}

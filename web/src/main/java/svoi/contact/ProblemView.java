package svoi.contact;

import java.util.Optional;

/// An error of the door.
///
/// @param words key of its sentence
/// @param incident number to quote to us, for faults of ours
public record ProblemView(Frame frame, String words, Optional<String> incident) {}

package svoi.register;

import java.time.LocalDate;

/// A step of the case that is shown on the profile.
///
/// @param kind `detained`, `verdict`, `appeal-upheld`, `in-force` or `confirmed`
public record CaseEvent(String kind, LocalDate on) {}

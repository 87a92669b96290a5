package svoi.exchange;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is entered about a round as a whole.
///
/// @param agreement name of the agreement whose stage this is; null with `stage`
public record RoundTerms(
    String framework,
    @Nullable String agreement,
    @Nullable Integer stage,
    @Nullable String mediator,
    @Nullable LocalDate plannedOn) {}

package svoi.cases;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One proceeding as an officer enters it from a verdict.
///
/// @param id null for one that is entered for the first time
/// @param registerId of the decision in the register of court decisions; never public
/// @param pretrialNumber in the register of pre-trial investigations; never public
/// @param appealOn day on which an appeal court upheld the verdict, if there was an appeal
/// @param file its events are not used: they follow from the dates
public record ProceedingEntry(
    @Nullable UUID id,
    @Nullable String registerId,
    @Nullable String pretrialNumber,
    @Nullable LocalDate appealOn,
    CaseFile file) {}

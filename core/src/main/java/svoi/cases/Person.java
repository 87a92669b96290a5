package svoi.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A person as the documents of the case name them.
///
/// @param sex `f` or `m`
/// @param bornOn mandatory inside, never public (R4)
/// @param custodyUntil day of release, known or planned
/// @param leftOn day of leaving in a publicly announced exchange
public record Person(
    String sex,
    String familyUk,
    String givenUk,
    @Nullable String patronymicUk,
    String familyRu,
    String givenRu,
    @Nullable String patronymicRu,
    LocalDate bornOn,
    boolean citizen,
    LocalDate custodyFrom,
    @Nullable LocalDate custodyUntil,
    boolean prisonerOfWar,
    boolean enemyServiceman,
    @Nullable LocalDate diedOn,
    @Nullable LocalDate leftOn) {}

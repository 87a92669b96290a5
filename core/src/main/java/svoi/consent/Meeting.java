package svoi.consent;

import java.time.Instant;
import java.util.UUID;
import svoi.cases.PersonId;
import svoi.staff.StaffId;

/// A guided session that is not signed yet.
///
/// @param textVersion which words are read
/// @param version grows with each saving; a saving names the one it has seen
public record Meeting(
    UUID id,
    PersonId person,
    StaffId ledBy,
    String textVersion,
    Sheet sheet,
    int version,
    Instant savedAt) {}

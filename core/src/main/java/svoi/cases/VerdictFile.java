package svoi.cases;

import java.time.Instant;
import java.util.UUID;

/// The verdict as a PDF in the vault.
///
/// @param vaultOf the record under whose key it is stored
/// @param sha256 in hexadecimal
public record VerdictFile(
    UUID proceeding, UUID vaultOf, String sha256, long bytes, Instant uploadedAt) {}

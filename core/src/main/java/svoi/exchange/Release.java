package svoi.exchange;

import java.time.Instant;
import java.util.UUID;

/// Public figures as they were released.
///
/// @param demo of invented rounds
/// @param method version of the method of counting
/// @param root SHA-256, in hexadecimal, over the sorted ids of the outcomes that were summed
public record Release(
    UUID id, boolean demo, String method, Instant asOf, String root, Figures figures) {}

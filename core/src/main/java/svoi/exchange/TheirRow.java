package svoi.exchange;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of a list of theirs, read and matched.
///
/// @param match linked, unknown or ambiguous; nobody is ever invented
/// @param participant whom it means; null unless linked
/// @param name as they wrote it
/// @param born as they wrote it; may be empty
record TheirRow(
    int block,
    String terms,
    Side side,
    String match,
    @Nullable UUID participant,
    String name,
    String born) {}

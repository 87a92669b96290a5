package svoi.names;

import org.jspecify.annotations.Nullable;

/// The parts of a person's name in the two languages of the files.
///
/// @param familyUk may be double, with a hyphen
/// @param familyRu as a document spells it, else derived from the Ukrainian form
/// @param patronymicUk null for a person who has none
public record PersonName(
    String familyUk,
    String givenUk,
    @Nullable String patronymicUk,
    String familyRu,
    String givenRu,
    @Nullable String patronymicRu) {}

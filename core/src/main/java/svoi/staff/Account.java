package svoi.staff;

import svoi.platform.Language;

/// A member as the desk knows them.
///
/// @param displayName how colleagues call this member; never public
/// @param language of the desk for this member: Ukrainian or English
/// @param passkeys how many passkeys the member has enrolled
public record Account(
    Member member,
    String displayName,
    Language language,
    boolean active,
    int version,
    int passkeys) {}
